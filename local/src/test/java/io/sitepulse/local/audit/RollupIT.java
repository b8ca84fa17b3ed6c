package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.counter.DimensionValues;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.clickhouse.Tables;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupIT extends DerivedTableContract<Map<String, String>> {

  /** Longer than the backoff of a failing site. */
  private static final Duration LONGER = Duration.ofMinutes(4);

  RollupIT(Tables tables) {
    super(tables);
  }

  @Override
  List<Delivered> events(long seed) {
    return new RandomEvents(seed).make(400);
  }

  @Override
  IntStream deaths() {
    return IntStream.range(0, 14);
  }

  @Override
  Site definition(String id) {
    var origins = List.of("https://www." + Attributes.OWN_HOST);
    return Site.builder().id(id).name(id).origins(origins).build();
  }

  @Override
  Map<String, String> made(String site) {
    return tables.texts(
        "SELECT concat(toString(day), ' ', dimension, ' ', value) AS name,"
            + " concat(toString(views), ' ', toString(visits), ' ',"
            + " toString(visitors), ' ', toString(engaged_ms), ' ', title) AS text"
            + " FROM sitepulse.dimension_days FINAL WHERE site = '"
            + site
            + "' AND views + engaged_ms > 0");
  }

  @Override
  Map<String, String> right(String site) {
    return NaiveRollup.of(NaiveRecount.classify(delivered(site)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theRollupsAreThoseOfAnEventByEventCountAndTheirSumsThoseOfTheDays(long seed) {
    List<Delivered> events = new RandomEvents(seed).make(400);
    String site = deliver("random-" + seed, events);

    worker.rollUp();

    var classified = NaiveRecount.classify(events);
    assertThat(made(site)).isEqualTo(NaiveRollup.of(classified));
    NaiveRecount.days(classified)
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
  void valuesBeyondTheLimitAreSummedUpAsOneAndTheFirstOnesAreKept() {
    List<Delivered> events = new RandomEvents(29).make(400);
    String site = raw.deliver(definition("limited"), events.subList(0, 200));
    try (var limited = worker.another(2)) {
      limited.start();
      worker.finish();
      var before = NaiveRecount.classify(events.subList(0, 200));
      assertThat(made(site)).isEqualTo(NaiveRollup.of(before, 2));

      raw.deliver(site, events);
      worker.finish();
    }

    var right = NaiveRollup.of(NaiveRecount.classify(events), 2);
    assertThat(made(site)).isEqualTo(right);
    assertThat(right.keySet()).anyMatch(key -> key.endsWith(" page " + DimensionValues.OTHER));
  }

  @Test
  void manySitesShareAStatementAndEachGetsItsOwnRollups() {
    List<Delivered> events = new RandomEvents(30).make(200);
    var sites = IntStream.range(0, 40).mapToObj(i -> "many-" + i).toList();
    sites.forEach(site -> raw.deliver(definition(site), events.subList(0, 100 + 2 * index(site))));
    raw.deliver(Site.of("many-foreign", Site.DEFAULT_ZONE), events);
    raw.deliver(Site.of("many-utc", ZoneId.of("UTC")), events);

    int writes = worker.countWrites();

    assertThat(writes).isBetween(1, 20);
    for (String site : sites) {
      var own = NaiveRecount.classify(events.subList(0, 100 + 2 * index(site)));
      assertThat(made(site)).as(site).isEqualTo(NaiveRollup.of(own));
    }
    assertThat(made("many-foreign").keySet())
        .as("a host of other sites is a source")
        .anyMatch(key -> key.endsWith(" source " + Attributes.OWN_HOST));
    assertThat(made("many-utc")).isNotEmpty().isNotEqualTo(made("many-39"));
  }

  private static int index(String site) {
    return Integer.parseInt(site.substring(site.lastIndexOf('-') + 1));
  }

  @Test
  void anInstanceRecomputesOnlyItsOwnSites() {
    List<Delivered> events = new RandomEvents(31).make(100);
    String mine = deliver("share-mine", events);
    String other = deliver("share-other", events);
    try (var first = worker.another(site -> !site.equals(other))) {
      first.start();
      await().untilAsserted(() -> holds(mine));
      assertThat(made(other)).isEmpty();
      try (var second = worker.another(other::equals)) {
        second.start();
        worker.finish();
      }
    }
    holds(other);
  }

  @Test
  void aStaleRowOfADeadWorkerIsRemovedAtTheNextStart() {
    List<Delivered> events = new RandomEvents(24).make(100);
    String site = deliver("left", events);
    worker.rollUp();
    var expected = made(site);

    tables.execute(
        "INSERT INTO sitepulse.dimension_days SELECT site, day, 'page', '/khong-con', '', 7, 7, 7,"
            + " 7, version - INTERVAL 1 SECOND FROM sitepulse.dimension_days"
            + " WHERE site = 'left' LIMIT 1");
    assertThat(made(site)).isNotEqualTo(expected);

    try (var next = worker.another()) {
      next.start();
      await().untilAsserted(() -> assertThat(made(site)).isEqualTo(expected));
    }
  }

  @Test
  void daysOfASiteWithoutADefinitionWaitForIt() {
    List<Delivered> events = new RandomEvents(25).make(50);
    raw.deliver("undefined", events);
    worker.rollUp();
    assertThat(made("undefined")).isEmpty();

    raw.definition(definition("undefined"));
    worker.rollUp();

    assertThat(made("undefined")).isEqualTo(NaiveRollup.of(NaiveRecount.classify(events)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+05:30", "SystemV/PST8PDT"})
  void aZoneThatClickHouseDoesNotKnowStopsOnlyItsOwnSite(String zone) {
    List<Delivered> events = new RandomEvents(27).make(100);
    String name = zone.replaceAll("\\W+", "-").toLowerCase(Locale.ROOT);
    String bad = "bad-" + name + "z";
    raw.deliver(Site.of(bad, ZoneId.of(zone)), events);
    var registry = new SimpleMeterRegistry();
    try (var goesOn = worker.another(registry)) {
      goesOn.start();
      await().atMost(LONGER).until(() -> RollupTester.failures(registry) > 0);

      String good = deliver("good-" + name + "z", events);

      var right = NaiveRollup.of(NaiveRecount.classify(events));
      await().atMost(LONGER).untilAsserted(() -> assertThat(made(good)).isEqualTo(right));
      assertThat(made(bad)).isEmpty();

      raw.definition(definition(bad), 2);
      await().atMost(LONGER).untilAsserted(() -> assertThat(made(bad)).isEqualTo(right));
      worker.finish();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GMT+07:00", "+07:00", "UTC+7", "Moon/Crater", "VST"})
  void aStoredZoneThatIsReadAsAnotherOneIsRolledUp(String zone) {
    List<Delivered> events = new RandomEvents(28).make(100);
    String site = "stored-" + zone.replaceAll("\\W+", "-").toLowerCase(Locale.ROOT);
    deliver(site, events);
    tables.insert(
        "INSERT INTO sitepulse.sites (id, zone, definition, version) VALUES (?, ?, ?, ?)",
        List.of(
            List.of(
                site,
                zone,
                "{\"id\":\""
                    + site
                    + "\",\"zone\":\""
                    + zone
                    + "\",\"origins\":"
                    + "[\"https://www."
                    + Attributes.OWN_HOST
                    + "\"]}",
                2)));

    worker.rollUp();

    assertThat(made(site)).isEqualTo(NaiveRollup.of(NaiveRecount.classify(events)));
  }

  @Test
  void theSinkWaitsForClickHouseAndContinues() throws Exception {
    List<Delivered> events = new RandomEvents(26).make(50);
    String site = deliver("away", events);
    var registry = new SimpleMeterRegistry();
    tables.engine.kill();
    try (var waits = worker.another(registry)) {
      waits.start();
      await().until(() -> RollupTester.failures(registry) > 0);

      tables.engine.restart();

      worker.finish();
    }
    assertThat(made(site)).isEqualTo(NaiveRollup.of(NaiveRecount.classify(events)));
    assertThat(registry.get("sitepulse.rollup.days").counter().count()).isPositive();
  }
}
