package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.clickhouse.SqlFile;
import io.sitepulse.contract.clickhouse.Visits;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.ClickHouseReports;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import io.sitepulse.streams.rollup.Rollups;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is resolved of the events of days that are over is what the raw events say, whatever becomes
 * of those who resolve them.
 */
@ExtendWith(TablesExtension.class)
class ResolvedEventsIT {
  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

  /** Four hundred events go over two months. */
  private static final int MINUTES = 450;

  private final Tables tables;
  private final RawTables raw;
  private final RollupTester worker;

  ResolvedEventsIT(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
    this.worker = new RollupTester(tables);
  }

  @Test
  void everyEventThatCountsIsThereWithItsVisit() {
    String site = deliver("all", events(1));
    worker.rollUp();
    assertThat(resolved(site)).isNotEmpty().containsExactlyElementsOf(judged(site));
  }

  @Test
  void deliveredAgainAndAgainNothingChanges() {
    List<Delivered> events = events(2);
    String site = deliver("again", events);
    worker.rollUp();
    var once = resolved(site);
    for (int i = 0; i < 3; i++) {
      deliver(site, events);
      worker.rollUp();
      assertThat(resolved(site)).containsExactlyElementsOf(once);
    }
  }

  @Test
  void whatComesInLaterIsThereAndNothingOfBeforeIsLeft() {
    List<Delivered> events = events(3);
    for (int part = 0; part < 4; part++) {
      String site = deliver("later", events.subList(part * 100, part * 100 + 100));
      worker.rollUp();
      assertThat(resolved(site)).isNotEmpty().containsExactlyElementsOf(judged(site));
    }
  }

  @Test
  void threeAtOnceWhileEventsComeInLeaveWhatTheRawEventsSay() {
    List<Delivered> events = events(4);
    var three = Stream.generate(() -> worker.another().start()).limit(3).toList();
    for (int begin = 0; begin < events.size(); begin += 20) {
      deliver("together", events.subList(begin, begin + 20));
    }
    worker.finish();
    three.forEach(Rollups::close);
    assertThat(resolved("together")).isNotEmpty().containsExactlyElementsOf(judged("together"));
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStatementsLosesNothing() {
    List<Delivered> events = events(5);
    String site = deliver("dies", events);
    worker.rollUp();
    var expected = resolved(site);
    for (int survives = 8; survives < 28; survives += 2) {
      deliver(site, events);
      worker.dieAfter(survives);
      assertThat(resolved(site)).as("died after %d statements", survives).isEqualTo(expected);
      worker.rollUp();
      assertThat(resolved(site)).isEqualTo(expected);
    }
  }

  @Test
  void daysThatAreNotOverEverywhereAreNotResolved() {
    var now = new RandomEvents(6, Instant.now().minus(Duration.ofHours(3)), 2).make(60);
    String site = deliver("now", now);
    worker.rollUp();
    assertThat(judged(site)).isNotEmpty();
    assertThat(
            tables.number(
                "SELECT count() FROM sitepulse.resolved_days WHERE site = 'now'"
                    + " AND day >= today() - 1"))
        .isZero();
  }

  @Test
  void whatNobodyReadsAnyMoreIsDeletedAfterAnHour() {
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
    assertThat(resolved(site)).containsExactlyElementsOf(judged(site));
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

  private static List<Delivered> events(long seed) {
    return new RandomEvents(seed, LONG_AGO, MINUTES).make(400);
  }

  private String deliver(String site, List<Delivered> events) {
    return raw.deliver(Site.of(site, Site.DEFAULT_ZONE), events);
  }

  /** As reports read them. */
  private List<String> resolved(String site) {
    return rows("resolved_events.sql", site, LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH);
  }

  /** The same of the raw events alone. */
  private List<String> judged(String site) {
    return rows("events.sql", site, FIRST, LAST);
  }

  private List<String> rows(String file, String site, LocalDate rawFrom, LocalDate rawTo) {
    String sql = SqlFile.read(ClickHouseReports.class, file);
    return tables
        .jdbi()
        .withHandle(
            handle ->
                Visits.bind(
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
