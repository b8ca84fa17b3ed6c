package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.clickhouse.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months that are over are the sums of their days, whatever becomes of those who make them. */
class MonthSumsIT extends DerivedTableContract<Map<String, String>> {
  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  /** Four hundred events go over two months. */
  private static final int MINUTES = 450;

  private static final String SUMS =
      " toString(sum(views)) || ' ' || toString(sum(visits)) || ' ' || toString(sum(visitors))"
          + " || ' ' || toString(sum(engaged_ms)) || ' '";

  MonthSumsIT(Tables tables) {
    super(tables);
  }

  @Override
  List<Delivered> events(long seed) {
    return new RandomEvents(seed, LONG_AGO, MINUTES).make(400);
  }

  @Override
  IntStream deaths() {
    return IntStream.iterate(3, survives -> survives < 18, survives -> survives + 2);
  }

  @Test
  void everyMonthIsTheSumOfItsDaysWithTheLatestTitle() {
    String site = deliver("sums", events(1));
    worker.rollUp();
    holds(site);
    assertThat(tables.number("SELECT uniqExact(month)" + ofMonths(site))).isGreaterThan(1);
    assertThat(tables.number("SELECT count()" + ofMonths(site) + " AND dimension = 'hour'"))
        .isZero();
  }

  @Test
  void aMonthThatRunsHasNoSums() {
    var now = new RandomEvents(6, Instant.now().minus(Duration.ofHours(3)), 2).make(60);
    String site = deliver("runs", now);
    worker.rollUp();
    assertThat(right(site)).isNotEmpty();
    assertThat(
            tables.number(
                "SELECT count()" + ofMonths(site) + " AND month = toStartOfMonth(today())"))
        .isZero();
  }

  @Test
  void monthsOfDaysThatWereRolledUpBeforeThereWereSumsAreSummedUp() {
    String site = deliver("before", events(7));
    worker.rollUp();
    tables.execute(
        "ALTER TABLE sitepulse.rolled_days UPDATE written = rolled WHERE site = 'before'"
            + " SETTINGS mutations_sync = 1");
    tables.execute(
        "ALTER TABLE sitepulse.summed_months DELETE WHERE site = 'before'"
            + " SETTINGS mutations_sync = 1");
    tables.execute(
        "ALTER TABLE sitepulse.dimension_months DELETE WHERE site = 'before'"
            + " SETTINGS mutations_sync = 1");
    worker.rollUp();
    holds(site);
  }

  @Override
  Map<String, String> made(String site) {
    return tables.texts(
        "SELECT toString(month) || ' ' || dimension || ' ' || value AS name,"
            + SUMS
            + " || max(title) AS text"
            + ofMonths(site)
            + " GROUP BY name HAVING sum(views) + sum(engaged_ms) > 0");
  }

  /** The days, added up. */
  @Override
  Map<String, String> right(String site) {
    return tables.texts(
        "SELECT toString(toStartOfMonth(day)) || ' ' || dimension || ' ' || value AS name,"
            + SUMS
            + " || argMaxIf(title, day, title != '') AS text"
            + " FROM sitepulse.dimension_days FINAL WHERE dimension != 'hour' AND site = '"
            + site
            + "' GROUP BY name HAVING sum(views) + sum(engaged_ms) > 0");
  }

  private static String ofMonths(String site) {
    return " FROM sitepulse.dimension_months FINAL WHERE site = '" + site + "'";
  }
}
