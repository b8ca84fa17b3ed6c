package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.clickhouse.ClickHouseReports;
import io.sitepulse.local.clickhouse.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The resolved events of closed days equal the raw events, whenever a worker dies. */
class ResolvedEventsIT extends DerivedTableContract<List<String>> {
  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

  /** Four hundred events go over two months. */
  private static final int MINUTES = 450;

  ResolvedEventsIT(Tables tables) {
    super(tables);
  }

  @Override
  List<Delivered> events(long seed) {
    return new RandomEvents(seed, LONG_AGO, MINUTES).make(400);
  }

  @Override
  IntStream deaths() {
    return IntStream.iterate(8, survives -> survives < 28, survives -> survives + 2);
  }

  /** Readers see what was resolved last until all of the next is there. */
  @Override
  void holdsAfterDeath(String site, List<String> before) {
    assertThat(made(site)).isEqualTo(before);
  }

  @Test
  void everyEventThatCountsIsThereWithItsVisit() {
    String site = deliver("all", events(1));
    worker.rollUp();
    holds(site);
  }

  @Test
  void daysThatAreNotOverEverywhereAreNotResolved() {
    var now = new RandomEvents(6, Instant.now().minus(Duration.ofHours(3)), 2).make(60);
    String site = deliver("now", now);
    worker.rollUp();
    assertThat(right(site)).isNotEmpty();
    assertThat(
            tables.number(
                "SELECT count() FROM sitepulse.resolved_days WHERE site = 'now'"
                    + " AND day >= today() - 1"))
        .isZero();
  }

  @Test
  void supersededEventsAreDeletedAfterAnHour() {
    List<Delivered> events = events(7);
    String site = deliver("old", events);
    worker.rollUp();
    long rows = rows(site);
    copied("INTERVAL 30 MINUTE");
    copied("INTERVAL 2 HOUR");
    assertThat(rows(site)).isEqualTo(3 * rows);
    deliver(site, events);
    worker.rollUp();
    // The latest, the one before it, and the one of half an hour ago.
    assertThat(rows(site)).isEqualTo(3 * rows);
    assertThat(made(site)).containsExactlyElementsOf(right(site));
    assertThat(
            tables.number(
                "SELECT count() FROM sitepulse.resolved_events WHERE site = 'old'"
                    + " AND version < now64(6) - INTERVAL 1 HOUR"))
        .isZero();
  }

  /** As if it had been resolved before as well. */
  private void copied(String ago) {
    tables.execute(
        "INSERT INTO sitepulse.resolved_events SELECT * REPLACE (version - "
            + ago
            + " AS version) FROM (SELECT * FROM sitepulse.resolved_events WHERE site = 'old'"
            + " AND (day, version) IN (SELECT day, max(resolved) FROM sitepulse.resolved_days"
            + " WHERE site = 'old' GROUP BY day))");
  }

  private long rows(String site) {
    return tables.number(
        "SELECT count() FROM sitepulse.resolved_events FINAL WHERE site = '" + site + "'");
  }

  /** As reports read them. */
  @Override
  List<String> made(String site) {
    return rows("resolved_events.sql", site, LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH);
  }

  /** The same of the raw events alone. */
  @Override
  List<String> right(String site) {
    return rows("events.sql", site, FIRST, LAST);
  }

  private List<String> rows(String file, String site, LocalDate rawFrom, LocalDate rawTo) {
    String sql = SqlFile.read(ClickHouseReports.class, file);
    return tables
        .jdbi()
        .withHandle(
            handle ->
                VisitQueryParameters.bind(
                        handle.createQuery(
                            "SELECT toString(tuple(*)) AS text FROM (" + sql + ") ORDER BY text"),
                        Site.of(site, Site.DEFAULT_ZONE),
                        rawFrom,
                        rawTo)
                    .bind("first", FIRST)
                    .bind("last", LAST)
                    .mapTo(String.class)
                    .list());
  }
}
