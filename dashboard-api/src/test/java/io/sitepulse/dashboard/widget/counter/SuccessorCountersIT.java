package io.sitepulse.dashboard.widget.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the counters of a site that takes over another one at the next midnight. */
class SuccessorCountersIT {
  private static final String COUNTERS = "/api/sites/new/counters";

  private final DashboardTester pulse = DashboardTester.start();

  @BeforeEach
  void twoSites() {
    pulse.sites.put("old", Samples.site("old"));
    pulse.sites.put("new", successor(Samples.DAY.plusDays(1)));
    pulse.counters.put("old", Samples.counters("old", 2, 100, pulse.clock.instant()));
    pulse.counters.put("new", Samples.counters("new", 3, 10, pulse.clock.instant()));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void beforeTheTakeoverDayNothingChanges() throws Exception {
    var body = counters();
    assertThat(body.getLong("online")).isEqualTo(3);
    assertThat(visits(body, "today")).isEqualTo(10);
    assertThat(visits(body, "total")).isEqualTo(10);
  }

  @Test
  void fromTheTakeoverDayOnPredecessorsAndTheirBaselineAreIncluded() throws Exception {
    pulse.clock.advance(Duration.ofMinutes(2));
    var body = counters();
    assertThat(body.getString("day")).isEqualTo("2026-11-22");
    assertThat(body.getLong("online")).isEqualTo(5);
    assertThat(visits(body, "today")).isZero();
    assertThat(visits(body, "yesterday")).isEqualTo(110);
    assertThat(visits(body, "month")).isEqualTo(110);
    assertThat(visits(body, "total")).isEqualTo(676_110);
    var old = new JsonObject(pulse.get("/api/sites/old/counters").body());
    assertThat(visits(old, "total")).isEqualTo(676_100);
  }

  @Test
  void imageAndPageShowTheSameTotals() throws Exception {
    pulse.clock.advance(Duration.ofMinutes(2));
    assertThat(pulse.get("/api/sites/new/counters.svg").body()).contains("676.110");
    assertThat(pulse.get("/embed/counter?site=new").body()).contains("676.110");
  }

  @Test
  void theEntityTagChangesWithThePredecessorsFigures() throws Exception {
    pulse.clock.advance(Duration.ofMinutes(2));
    String tag = pulse.get(COUNTERS).headers().firstValue("ETag").orElseThrow();
    assertThat(pulse.get(COUNTERS, "If-None-Match", tag).statusCode()).isEqualTo(304);
    pulse.counters.put("old", Samples.counters("old", 2, 101, pulse.clock.instant()));
    assertThat(pulse.get(COUNTERS, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void aStreamSendsTheTakeoverAndThenThePredecessorsVisits() throws Exception {
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.events.size() == 1);
      assertThat(visits(reader.last(), "total")).isEqualTo(10);
      pulse.clock.advance(Duration.ofMinutes(2));
      await().until(() -> visits(reader.last(), "total") == 676_110);
      pulse.clock.advance(Duration.ofSeconds(2));
      pulse.counters.put("old", Samples.counters("old", 2, 150, pulse.clock.instant()));
      await().until(() -> visits(reader.last(), "total") == 676_160);
    }
  }

  @Test
  void aStreamSendsAMergerAndItsRevocation() throws Exception {
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.events.size() == 1);
      pulse.sites.put("new", successor(Samples.DAY));
      await().until(() -> visits(reader.last(), "total") == 676_110);
      pulse.sites.put("new", Site.of("new", Site.DEFAULT_ZONE));
      await().until(() -> visits(reader.last(), "total") == 10);
    }
  }

  private JsonObject counters() throws Exception {
    return new JsonObject(pulse.get(COUNTERS).body());
  }

  private static long visits(JsonObject counters, String figure) {
    return counters.getJsonObject(figure).getLong("visits");
  }

  private static Site successor(LocalDate from) {
    return Site.builder()
        .id("new")
        .name("Mới")
        .predecessors(List.of(new Predecessor("old", from, "test")))
        .build();
  }
}
