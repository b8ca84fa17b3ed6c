package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.clickhouse.ClickHouse;
import io.sitepulse.contract.clickhouse.ClickHouseConfig;
import io.sitepulse.contract.clickhouse.Migrations;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.streams.rollup.RollupConfig;
import io.sitepulse.streams.rollup.RollupMeters;
import io.sitepulse.streams.rollup.Rollups;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months that are over are the sums of their days, whatever becomes of those who make them. */
class MonthSumsIT {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Instant LONG_AGO = Instant.parse("2024-01-20T00:00:00Z");

  /** Four hundred events go over two months. */
  private static final int MINUTES = 450;

  private static final String SUMS =
      " toString(sum(views)) || ' ' || toString(sum(visits)) || ' ' || toString(sum(visitors))"
          + " || ' ' || toString(sum(engaged_ms)) || ' '";

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static EmbeddedClickHouse engine;

  @SuppressWarnings("NullAway.Init") // as above
  private static ClickHouse clickHouse;

  @SuppressWarnings("NullAway.Init") // as above
  private static RawTables tables;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    engine = EmbeddedClickHouse.start(folder, 0);
    clickHouse = clickHouse();
    tables = new RawTables(clickHouse.jdbi());
    Migrations.apply(clickHouse.jdbi());
  }

  @AfterAll
  static void stop() {
    clickHouse.close();
    engine.close();
  }

  @Test
  void everyMonthIsTheSumOfItsDaysWithTheLatestTitle() {
    String site = deliver("sums", events(1));
    rollUp();
    assertThat(months(site)).isNotEmpty().isEqualTo(days(site));
    assertThat(number("SELECT uniqExact(month)" + ofMonths(site))).isGreaterThan(1);
    assertThat(number("SELECT count()" + ofMonths(site) + " AND dimension = 'hour'")).isZero();
  }

  @Test
  void deliveredAgainAndAgainNothingChanges() {
    List<Delivered> events = events(2);
    String site = deliver("again", events);
    rollUp();
    var once = months(site);
    for (int i = 0; i < 3; i++) {
      deliver(site, events);
      rollUp();
      assertThat(months(site)).isEqualTo(once);
    }
  }

  @Test
  void whatComesInLaterIsInTheMonthAndNothingOfBeforeIsLeft() {
    List<Delivered> events = events(3);
    for (int part = 0; part < 4; part++) {
      String site = deliver("later", events.subList(part * 100, part * 100 + 100));
      rollUp();
      assertThat(months(site)).isNotEmpty().isEqualTo(days(site));
    }
  }

  @Test
  void threeAtOnceWhileEventsComeInLeaveTheSumsOfTheDays() {
    List<Delivered> events = events(4);
    var three = Stream.generate(() -> rollups(clickHouse.jdbi())).limit(3).toList();
    for (int begin = 0; begin < events.size(); begin += 20) {
      deliver("together", events.subList(begin, begin + 20));
    }
    await().atMost(LONG).until(MonthSumsIT::isAllDone);
    three.forEach(Rollups::close);
    assertThat(months("together")).isNotEmpty().isEqualTo(days("together"));
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStatementsLosesNothing() {
    List<Delivered> events = events(5);
    String site = deliver("dies", events);
    rollUp();
    var expected = months(site);
    for (int survives = 3; survives < 18; survives += 2) {
      deliver(site, events);
      try (var mortal = clickHouse()) {
        mortal.jdbi().getConfig(SqlStatements.class).addCustomizer(new Dying(survives));
        var registry = new SimpleMeterRegistry();
        var rollups = rollups(mortal.jdbi(), registry);
        await()
            .atMost(LONG)
            .until(
                () ->
                    registry.get("sitepulse.rollup.failures").counter().count() > 0 || isAllDone());
        rollups.close();
      }
      rollUp();
      assertThat(months(site)).as("died after %d statements", survives).isEqualTo(expected);
      assertThat(days(site)).isEqualTo(expected);
    }
  }

  @Test
  void aMonthThatRunsHasNoSums() {
    var now = new RandomEvents(6, Instant.now().minus(Duration.ofHours(3)), 2).make(60);
    String site = deliver("runs", now);
    rollUp();
    assertThat(days(site)).isNotEmpty();
    assertThat(number("SELECT count()" + ofMonths(site) + " AND month = toStartOfMonth(today())"))
        .isZero();
  }

  @Test
  void monthsOfDaysThatWereRolledUpBeforeThereWereSumsAreSummedUp() {
    String site = deliver("before", events(7));
    rollUp();
    tables.execute(
        "ALTER TABLE sitepulse.rolled_days UPDATE written = rolled WHERE site = 'before'"
            + " SETTINGS mutations_sync = 1");
    tables.execute(
        "ALTER TABLE sitepulse.summed_months DELETE WHERE site = 'before'"
            + " SETTINGS mutations_sync = 1");
    tables.execute(
        "ALTER TABLE sitepulse.dimension_months DELETE WHERE site = 'before'"
            + " SETTINGS mutations_sync = 1");
    rollUp();
    assertThat(months(site)).isNotEmpty().isEqualTo(days(site));
  }

  /** Lets so many statements pass, and none after them. */
  private static final class Dying implements StatementCustomizer {
    private final AtomicInteger left;

    private Dying(int survives) {
      this.left = new AtomicInteger(survives);
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context)
        throws SQLException {
      boolean migration = context.getRawSql().contains("schema_migrations");
      if (!migration && left.getAndDecrement() <= 0) {
        throw new SQLException("died");
      }
    }
  }

  private static List<Delivered> events(long seed) {
    return new RandomEvents(seed, LONG_AGO, MINUTES).make(400);
  }

  private static String deliver(String site, List<Delivered> events) {
    tables.definition(Site.of(site, Site.DEFAULT_ZONE));
    tables.events(site, events);
    tables.touched(site, events);
    return site;
  }

  private static void rollUp() {
    var rollups = rollups(clickHouse.jdbi());
    await().atMost(LONG).until(MonthSumsIT::isAllDone);
    rollups.close();
  }

  private static Rollups rollups(Jdbi jdbi) {
    return rollups(jdbi, new SimpleMeterRegistry());
  }

  private static Rollups rollups(Jdbi jdbi, SimpleMeterRegistry registry) {
    var config = new RollupConfig(true, Duration.ofMillis(10));
    return new Rollups(config, jdbi, new RollupMeters(registry), Clock.systemUTC()).start();
  }

  private static boolean isAllDone() {
    return number(
                "SELECT count() FROM (SELECT site, day, max(touched) AS t FROM"
                    + " sitepulse.touched_days GROUP BY site, day) AS touched LEFT JOIN"
                    + " (SELECT site, day, max(rolled) AS r FROM sitepulse.rolled_days"
                    + " GROUP BY site, day) AS rolled USING (site, day) WHERE t > r")
            == 0
        && number(
                "SELECT count() FROM (SELECT site, toStartOfMonth(day) AS month, max(written) AS w"
                    + " FROM sitepulse.rolled_days GROUP BY site, month) AS rolled LEFT JOIN"
                    + " (SELECT site, month, max(summed) AS s FROM sitepulse.summed_months"
                    + " GROUP BY site, month) AS summed USING (site, month)"
                    + " WHERE w >= s AND month < toStartOfMonth(today() - 1)")
            == 0;
  }

  private static Map<String, String> months(String site) {
    return rows(
        "SELECT toString(month) || ' ' || dimension || ' ' || value AS name,"
            + SUMS
            + " || max(title) AS text"
            + ofMonths(site)
            + " GROUP BY name HAVING sum(views) + sum(engaged_ms) > 0");
  }

  private static Map<String, String> days(String site) {
    return rows(
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

  private static Map<String, String> rows(String sql) {
    var rows = new TreeMap<String, String>();
    clickHouse
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .map((row, context) -> rows.put(row.getString("name"), row.getString("text")))
                    .list());
    return rows;
  }

  private static long number(String sql) {
    return clickHouse.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static ClickHouse clickHouse() {
    return new ClickHouse(
        new ClickHouseConfig(engine.jdbcUrl(), engine.user(), engine.password(), 4));
  }
}
