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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupIT {
  private static final Duration LONG = Duration.ofSeconds(60);

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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theRollupsAreThoseOfAnEventByEventCountAndTheirSumsThoseOfTheDays(long seed) {
    List<Delivered> events = new RandomEvents(seed).make(400);
    String site = site("random-" + seed, events);

    rollUp(clickHouse.jdbi());

    var judged = NaiveRecount.judge(events);
    assertThat(rollups(site)).isEqualTo(NaiveRollup.of(judged));
    NaiveRecount.days(judged)
        .forEach(
            (day, figures) -> {
              String of = " FROM sitepulse.dimension_days FINAL WHERE site = '" + site + "'";
              String hours = of + " AND dimension = 'hour' AND day = '" + day + "'";
              assertThat(number("SELECT sum(views)" + hours)).isEqualTo(figures.get("views"));
              assertThat(number("SELECT sum(visits)" + hours)).isEqualTo(figures.get("visits"));
              assertThat(number("SELECT sum(engaged_ms)" + hours))
                  .isEqualTo(figures.get("engagedMs"));
            });
  }

  @Test
  void whatComesInLaterIsRolledUpAndNothingOfBeforeIsLeft() {
    List<Delivered> events = new RandomEvents(21).make(400);
    String site = "later";
    tables.definition(definition(site));
    for (int part = 1; part <= 4; part++) {
      List<Delivered> some = events.subList((part - 1) * 100, part * 100);
      tables.events(site, some);
      tables.touched(site, some);
      rollUp(clickHouse.jdbi());
      assertThat(rollups(site))
          .isEqualTo(NaiveRollup.of(NaiveRecount.judge(events.subList(0, part * 100))));
    }
  }

  @Test
  void threeAtOnceWhileEventsComeInLeaveWhatOneWouldHave() {
    List<Delivered> events = new RandomEvents(22).make(600);
    String site = "together";
    tables.definition(definition(site));
    var three = Stream.generate(() -> rollups(clickHouse.jdbi())).limit(3).toList();
    for (int begin = 0; begin < events.size(); begin += 20) {
      List<Delivered> some = events.subList(begin, begin + 20);
      tables.events(site, some);
      tables.touched(site, some);
    }
    await().atMost(LONG).until(RollupIT::isAllRolled);
    three.forEach(Rollups::close);

    assertThat(rollups(site)).isEqualTo(NaiveRollup.of(NaiveRecount.judge(events)));
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStatementsLosesNothing() {
    List<Delivered> events = new RandomEvents(23).make(300);
    String site = site("dies", events);
    var expected = NaiveRollup.of(NaiveRecount.judge(events));

    for (int survives = 0; survives < 14; survives++) {
      tables.touched(site, events);
      try (var mortal = clickHouse()) {
        mortal.jdbi().getConfig(SqlStatements.class).addCustomizer(new Dying(survives));
        var registry = new SimpleMeterRegistry();
        var rollups = rollups(mortal.jdbi(), registry);
        await().atMost(LONG).until(() -> failures(registry) > 0 || isAllRolled());
        rollups.close();
      }
      rollUp(clickHouse.jdbi());
      assertThat(rollups(site)).as("died after %d statements", survives).isEqualTo(expected);
    }
  }

  @Test
  void aRowThatALateAndDeadInstanceLeftIsFoundAtTheNextStart() {
    List<Delivered> events = new RandomEvents(24).make(100);
    String site = site("left", events);
    rollUp(clickHouse.jdbi());
    var expected = rollups(site);

    tables.execute(
        "INSERT INTO sitepulse.dimension_days SELECT site, day, 'page', '/khong-con', '', 7, 7, 7,"
            + " 7, version - INTERVAL 1 SECOND FROM sitepulse.dimension_days"
            + " WHERE site = 'left' LIMIT 1");
    assertThat(rollups(site)).isNotEqualTo(expected);

    var next = rollups(clickHouse.jdbi());
    await().atMost(LONG).untilAsserted(() -> assertThat(rollups(site)).isEqualTo(expected));
    next.close();
  }

  @Test
  void daysOfASiteWithoutADefinitionWaitForIt() {
    List<Delivered> events = new RandomEvents(25).make(50);
    tables.events("undefined", events);
    tables.touched("undefined", events);
    rollUp(clickHouse.jdbi());
    assertThat(rollups("undefined")).isEmpty();

    tables.definition(definition("undefined"));
    rollUp(clickHouse.jdbi());

    assertThat(rollups("undefined")).isEqualTo(NaiveRollup.of(NaiveRecount.judge(events)));
  }

  @Test
  void withClickHouseAwayItWaitsAndGoesOn() throws Exception {
    List<Delivered> events = new RandomEvents(26).make(50);
    String site = site("away", events);
    var registry = new SimpleMeterRegistry();
    engine.kill();
    var rollups = rollups(clickHouse.jdbi(), registry);
    await().atMost(LONG).until(() -> failures(registry) > 0);

    engine.restart();

    await().atMost(LONG).until(RollupIT::isAllRolled);
    rollups.close();
    assertThat(rollups(site)).isEqualTo(NaiveRollup.of(NaiveRecount.judge(events)));
    assertThat(registry.get("sitepulse.rollup.days").counter().count()).isPositive();
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

  private static String site(String id, List<Delivered> events) {
    tables.definition(definition(id));
    tables.events(id, events);
    tables.touched(id, events);
    return id;
  }

  private static Site definition(String id) {
    var origins = List.of("https://www." + Attributes.OWN_HOST);
    return new Site(
        1, id, id, origins, Site.DEFAULT_ZONE, null, List.of(), false, null, List.of(), false);
  }

  private static void rollUp(Jdbi jdbi) {
    var rollups = rollups(jdbi);
    await().atMost(LONG).until(RollupIT::isAllRolled);
    rollups.close();
  }

  private static Rollups rollups(Jdbi jdbi) {
    return rollups(jdbi, new SimpleMeterRegistry());
  }

  private static Rollups rollups(Jdbi jdbi, SimpleMeterRegistry registry) {
    var config = new RollupConfig(true, Duration.ofMillis(10));
    return new Rollups(config, jdbi, new RollupMeters(registry), Clock.systemUTC()).start();
  }

  private static double failures(SimpleMeterRegistry registry) {
    return registry.get("sitepulse.rollup.failures").counter().count();
  }

  private static boolean isAllRolled() {
    return number(
            "SELECT count() FROM (SELECT site, day, max(touched) AS t FROM sitepulse.touched_days"
                + " WHERE site IN (SELECT id FROM sitepulse.sites) GROUP BY site, day) AS touched"
                + " LEFT JOIN (SELECT site, day, max(rolled) AS r FROM sitepulse.rolled_days"
                + " GROUP BY site, day) AS rolled USING (site, day) WHERE t > r")
        == 0;
  }

  private static Map<String, String> rollups(String site) {
    var rows = new TreeMap<String, String>();
    clickHouse
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT concat(toString(day), ' ', dimension, ' ', value) AS name,"
                            + " concat(toString(views), ' ', toString(visits), ' ',"
                            + " toString(visitors), ' ', toString(engaged_ms), ' ', title) AS text"
                            + " FROM sitepulse.dimension_days FINAL"
                            + " WHERE site = :site AND views + engaged_ms > 0")
                    .bind("site", site)
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
