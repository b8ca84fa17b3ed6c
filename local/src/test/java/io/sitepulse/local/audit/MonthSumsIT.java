package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Site;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import io.sitepulse.streams.rollup.Rollups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Months that are over are the sums of their days, whatever becomes of those who make them. */
@ExtendWith(TablesExtension.class)
class MonthSumsIT {
  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  /** Four hundred events go over two months. */
  private static final int MINUTES = 450;

  private static final String SUMS =
      " toString(sum(views)) || ' ' || toString(sum(visits)) || ' ' || toString(sum(visitors))"
          + " || ' ' || toString(sum(engaged_ms)) || ' '";

  private final Tables tables;
  private final RawTables raw;
  private final RollupTester worker;

  MonthSumsIT(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
    this.worker = new RollupTester(tables);
  }

  @Test
  void everyMonthIsTheSumOfItsDaysWithTheLatestTitle() {
    String site = deliver("sums", events(1));
    worker.rollUp();
    assertThat(months(site)).isNotEmpty().isEqualTo(days(site));
    assertThat(tables.number("SELECT uniqExact(month)" + ofMonths(site))).isGreaterThan(1);
    assertThat(tables.number("SELECT count()" + ofMonths(site) + " AND dimension = 'hour'"))
        .isZero();
  }

  @Test
  void deliveredAgainAndAgainNothingChanges() {
    List<Delivered> events = events(2);
    String site = deliver("again", events);
    worker.rollUp();
    var once = months(site);
    for (int i = 0; i < 3; i++) {
      deliver(site, events);
      worker.rollUp();
      assertThat(months(site)).isEqualTo(once);
    }
  }

  @Test
  void whatComesInLaterIsInTheMonthAndNothingOfBeforeIsLeft() {
    List<Delivered> events = events(3);
    for (int part = 0; part < 4; part++) {
      String site = deliver("later", events.subList(part * 100, part * 100 + 100));
      worker.rollUp();
      assertThat(months(site)).isNotEmpty().isEqualTo(days(site));
    }
  }

  @Test
  void threeAtOnceWhileEventsComeInLeaveTheSumsOfTheDays() {
    List<Delivered> events = events(4);
    var three = Stream.generate(() -> worker.another().start()).limit(3).toList();
    for (int begin = 0; begin < events.size(); begin += 20) {
      deliver("together", events.subList(begin, begin + 20));
    }
    worker.finish();
    three.forEach(Rollups::close);
    assertThat(months("together")).isNotEmpty().isEqualTo(days("together"));
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStatementsLosesNothing() {
    List<Delivered> events = events(5);
    String site = deliver("dies", events);
    worker.rollUp();
    var expected = months(site);
    for (int survives = 3; survives < 18; survives += 2) {
      deliver(site, events);
      worker.dieAfter(survives);
      worker.rollUp();
      assertThat(months(site)).as("died after %d statements", survives).isEqualTo(expected);
      assertThat(days(site)).isEqualTo(expected);
    }
  }

  @Test
  void aMonthThatRunsHasNoSums() {
    var now = new RandomEvents(6, Instant.now().minus(Duration.ofHours(3)), 2).make(60);
    String site = deliver("runs", now);
    worker.rollUp();
    assertThat(days(site)).isNotEmpty();
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
    assertThat(months(site)).isNotEmpty().isEqualTo(days(site));
  }

  private static List<Delivered> events(long seed) {
    return new RandomEvents(seed, LONG_AGO, MINUTES).make(400);
  }

  private String deliver(String site, List<Delivered> events) {
    return raw.deliver(Site.of(site, Site.DEFAULT_ZONE), events);
  }

  private Map<String, String> months(String site) {
    return tables.texts(
        "SELECT toString(month) || ' ' || dimension || ' ' || value AS name,"
            + SUMS
            + " || max(title) AS text"
            + ofMonths(site)
            + " GROUP BY name HAVING sum(views) + sum(engaged_ms) > 0");
  }

  private Map<String, String> days(String site) {
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
