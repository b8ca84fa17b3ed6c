package io.sitepulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the whole module on a real broker. */
class DashboardIT {
  private static final String VOTE = "{\"choices\":[\"useful\"]}";

  @TempDir private Path folder;
  private TestBroker broker;
  private KafkaDashboard pulse;

  @BeforeEach
  void start() throws Exception {
    broker = TestBroker.start(folder.resolve("kafka"));
    pulse = KafkaDashboard.start(broker, folder);
  }

  @AfterEach
  void stop() {
    pulse.close();
    broker.close();
  }

  @Test
  void theSeedIsWrittenOnceAndOverwritesNothing() throws Exception {
    await().until(() -> pulse.get("/api/sites/demo/counters").statusCode() == 200);
    await().until(() -> pulse.get("/api/polls/past-event").statusCode() == 200);
    assertThat(pulse.get("/api/polls/draft-question").statusCode()).isEqualTo(404);
    pulse.put(Topics.SITES, "demo", Samples.site("demo", "https://changed.example"));
    await().until(() -> total(pulse) == 676_000);
    pulse.close();
    pulse = KafkaDashboard.start(broker, folder);
    await().until(() -> pulse.isReady());
    assertThat(total(pulse)).isEqualTo(676_000);
  }

  @Test
  void countersAndTalliesAreCorrectRightAfterARestart() throws Exception {
    await().until(() -> pulse.get("/api/polls/website-content").statusCode() == 200);
    pulse.put(
        Topics.SITE_COUNTERS, "demo", Samples.counters("demo", 2, 708, pulse.clock.instant()));
    pulse.put(
        Topics.POLL_TALLIES,
        "website-content",
        Samples.tally("website-content", Map.of("useful", 459L), 459));
    pulse.close();
    pulse = KafkaDashboard.start(broker, folder);
    await().until(() -> pulse.isReady());
    var counters = new JsonObject(pulse.get("/api/sites/demo/counters").body());
    assertThat(counters.getLong("online")).isEqualTo(2);
    assertThat(counters.getJsonObject("today").getLong("visits")).isEqualTo(708);
    var poll = new JsonObject(pulse.get("/api/polls/website-content").body());
    assertThat(poll.getLong("participants")).isEqualTo(459);
  }

  @Test
  void beforeTheTablesAreLoadedNothingIsAnsweredFromThem() throws Exception {
    await().until(() -> pulse.get("/api/sites/demo/counters").statusCode() == 200);
    pulse.put(
        Topics.SITE_COUNTERS, "demo", Samples.counters("demo", 2, 708, pulse.clock.instant()));
    pulse.close();
    broker.stop();
    pulse = KafkaDashboard.start(broker, folder);

    var counters = pulse.get("/api/sites/demo/counters");
    assertThat(counters.statusCode()).isEqualTo(503);
    assertThat(counters.headers().firstValue("Retry-After")).contains("5");
    for (String path :
        List.of("/api/polls/website-content", "/api/manage/sign-in", "/embed/counter")) {
      assertThat(pulse.get(path).statusCode()).as(path).isEqualTo(503);
    }
    assertThat(pulse.get("/api/openapi.yaml").statusCode()).isEqualTo(200);
    var stream = CompletableFuture.supplyAsync(() -> pulse.live("/api/sites/demo/counters/live"));

    broker.comeBack();
    await().until(() -> pulse.get("/api/sites/demo/counters").statusCode() == 200);
    var first = new JsonObject(pulse.get("/api/sites/demo/counters").body());
    assertThat(first.getJsonObject("today").getLong("visits")).isEqualTo(708);
    try (var reader = stream.get(2, TimeUnit.MINUTES)) {
      await().until(() -> !reader.events.isEmpty());
      assertThat(reader.events.get(0).data().getLong("online")).isEqualTo(2);
    }
  }

  @Test
  void aCounterWrittenToKafkaReachesAnEventStream() throws Exception {
    await().until(() -> pulse.get("/api/sites/demo/counters").statusCode() == 200);
    try (var reader = pulse.live("/api/sites/demo/counters/live")) {
      await().until(() -> !reader.events.isEmpty());
      pulse.put(
          Topics.SITE_COUNTERS, "demo", Samples.counters("demo", 5, 1, pulse.clock.instant()));
      await().until(() -> reader.last().getLong("online") == 5);
    }
  }

  @Test
  void todayIsResetAtMidnightWithoutAnEvent() throws Exception {
    await().until(() -> pulse.get("/api/sites/demo/counters").statusCode() == 200);
    pulse.put(
        Topics.SITE_COUNTERS, "demo", Samples.counters("demo", 2, 708, pulse.clock.instant()));
    try (var reader = pulse.live("/api/sites/demo/counters/live")) {
      await().until(() -> !reader.events.isEmpty() && today(reader) == 708);
      pulse.clock.set(Samples.MINUTE_TO_MIDNIGHT.plusSeconds(61));
      await().until(() -> today(reader) == 0);
      assertThat(reader.last().getString("day")).isEqualTo("2026-11-22");
    }
  }

  @Test
  void aVoteAnswered202IsStoredInKafka() throws Exception {
    await().until(() -> pulse.get("/api/polls/website-content").statusCode() == 200);
    var answer = pulse.vote("website-content", VOTE);
    assertThat(answer.statusCode()).isEqualTo(202);
    String id = new JsonObject(answer.body()).getString("id");
    try (var votes = new KafkaTopicTable<>(Topics.POLL_VOTES, pulse.client()).start()) {
      votes.ready().get();
      assertThat(votes.all())
          .singleElement()
          .satisfies(vote -> assertThat(vote.id()).hasToString(id));
    }
  }

  @Test
  void withoutABrokerVotesAreAnswered503AndReadsStillWork() throws Exception {
    await().until(() -> pulse.get("/api/polls/website-content").statusCode() == 200);
    assertThat(pulse.vote("website-content", VOTE).statusCode()).isEqualTo(202);
    broker.stop();
    var refused = pulse.vote("website-content", VOTE);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(pulse.get("/api/polls/website-content").statusCode()).isEqualTo(200);
    await().until(() -> !pulse.isReady());
    broker.comeBack();
    await().until(() -> pulse.vote("website-content", VOTE).statusCode() == 202);
  }

  @Test
  void aPollDefinedLaterIsServedAtOnce() throws Exception {
    await().until(pulse::isReady);
    pulse.put(Topics.POLLS, "new", Samples.poll("new", Visibility.ALWAYS, true));
    await().until(() -> pulse.get("/api/polls/new").statusCode() == 200);
  }

  private static long today(EventReader reader) {
    return reader.last().getJsonObject("today").getLong("visits");
  }

  private static long total(KafkaDashboard pulse) throws Exception {
    return new JsonObject(pulse.get("/api/sites/demo/counters").body())
        .getJsonObject("total")
        .getLong("visits");
  }
}
