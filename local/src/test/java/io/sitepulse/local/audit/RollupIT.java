package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import io.sitepulse.streams.rollup.Rollups;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TablesExtension.class)
class RollupIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Tables tables;
  private final RawTables raw;
  private final RollupTester worker;

  RollupIT(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
    this.worker = new RollupTester(tables);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theRollupsAreThoseOfAnEventByEventCountAndTheirSumsThoseOfTheDays(long seed) {
    List<Delivered> events = new RandomEvents(seed).make(400);
    String site = site("random-" + seed, events);

    worker.rollUp();

    var judged = NaiveRecount.judge(events);
    assertThat(rollups(site)).isEqualTo(NaiveRollup.of(judged));
    NaiveRecount.days(judged)
        .forEach(
            (day, figures) -> {
              String of = " FROM sitepulse.dimension_days FINAL WHERE site = '" + site + "'";
              String hours = of + " AND dimension = 'hour' AND day = '" + day + "'";
              assertThat(tables.number("SELECT sum(views)" + hours))
                  .isEqualTo(figures.get("views"));
              assertThat(tables.number("SELECT sum(visits)" + hours))
                  .isEqualTo(figures.get("visits"));
              assertThat(tables.number("SELECT sum(engaged_ms)" + hours))
                  .isEqualTo(figures.get("engagedMs"));
            });
  }

  @Test
  void whatComesInLaterIsRolledUpAndNothingOfBeforeIsLeft() {
    List<Delivered> events = new RandomEvents(21).make(400);
    String site = "later";
    raw.definition(definition(site));
    for (int part = 1; part <= 4; part++) {
      List<Delivered> some = events.subList((part - 1) * 100, part * 100);
      raw.deliver(site, some);
      worker.rollUp();
      assertThat(rollups(site))
          .isEqualTo(NaiveRollup.of(NaiveRecount.judge(events.subList(0, part * 100))));
    }
  }

  @Test
  void threeAtOnceWhileEventsComeInLeaveWhatOneWouldHave() {
    List<Delivered> events = new RandomEvents(22).make(600);
    String site = "together";
    raw.definition(definition(site));
    var three = Stream.generate(() -> worker.another().start()).limit(3).toList();
    for (int begin = 0; begin < events.size(); begin += 20) {
      List<Delivered> some = events.subList(begin, begin + 20);
      raw.deliver(site, some);
    }
    worker.finish();
    three.forEach(Rollups::close);

    assertThat(rollups(site)).isEqualTo(NaiveRollup.of(NaiveRecount.judge(events)));
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStatementsLosesNothing() {
    List<Delivered> events = new RandomEvents(23).make(300);
    String site = site("dies", events);
    var expected = NaiveRollup.of(NaiveRecount.judge(events));

    for (int survives = 0; survives < 14; survives++) {
      raw.touched(site, events);
      worker.dieAfter(survives);
      worker.rollUp();
      assertThat(rollups(site)).as("died after %d statements", survives).isEqualTo(expected);
    }
  }

  @Test
  void aRowThatALateAndDeadInstanceLeftIsFoundAtTheNextStart() {
    List<Delivered> events = new RandomEvents(24).make(100);
    String site = site("left", events);
    worker.rollUp();
    var expected = rollups(site);

    tables.execute(
        "INSERT INTO sitepulse.dimension_days SELECT site, day, 'page', '/khong-con', '', 7, 7, 7,"
            + " 7, version - INTERVAL 1 SECOND FROM sitepulse.dimension_days"
            + " WHERE site = 'left' LIMIT 1");
    assertThat(rollups(site)).isNotEqualTo(expected);

    try (var next = worker.another()) {
      next.start();
      await().atMost(LONG).untilAsserted(() -> assertThat(rollups(site)).isEqualTo(expected));
    }
  }

  @Test
  void daysOfASiteWithoutADefinitionWaitForIt() {
    List<Delivered> events = new RandomEvents(25).make(50);
    raw.deliver("undefined", events);
    worker.rollUp();
    assertThat(rollups("undefined")).isEmpty();

    raw.definition(definition("undefined"));
    worker.rollUp();

    assertThat(rollups("undefined")).isEqualTo(NaiveRollup.of(NaiveRecount.judge(events)));
  }

  @Test
  void withClickHouseAwayItWaitsAndGoesOn() throws Exception {
    List<Delivered> events = new RandomEvents(26).make(50);
    String site = site("away", events);
    var registry = new SimpleMeterRegistry();
    tables.engine.kill();
    try (var waits = worker.another(registry)) {
      waits.start();
      await().atMost(LONG).until(() -> RollupTester.failures(registry) > 0);

      tables.engine.restart();

      worker.finish();
    }
    assertThat(rollups(site)).isEqualTo(NaiveRollup.of(NaiveRecount.judge(events)));
    assertThat(registry.get("sitepulse.rollup.days").counter().count()).isPositive();
  }

  private String site(String id, List<Delivered> events) {
    return raw.deliver(definition(id), events);
  }

  private static Site definition(String id) {
    var origins = List.of("https://www." + Attributes.OWN_HOST);
    return new Site(
        1, id, id, origins, Site.DEFAULT_ZONE, null, List.of(), false, null, List.of(), false);
  }

  private Map<String, String> rollups(String site) {
    return tables.texts(
        "SELECT concat(toString(day), ' ', dimension, ' ', value) AS name,"
            + " concat(toString(views), ' ', toString(visits), ' ',"
            + " toString(visitors), ' ', toString(engaged_ms), ' ', title) AS text"
            + " FROM sitepulse.dimension_days FINAL WHERE site = '"
            + site
            + "' AND views + engaged_ms > 0");
  }
}
