package io.sitepulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.kafka.TestBroker;
import io.sitepulse.contract.kafka.TopicSetup;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Site;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector whose broker goes away and comes back. */
class IngestOutageIT {
  @TempDir private static Path folder;
  private static TestBroker broker;
  private static IngestTester ingest;

  @BeforeAll
  static void start() throws Exception {
    broker = TestBroker.start(folder);
    TopicSetup.createMissing(broker.config().client(), broker.config().partitions());
    TopicContents.put(Topics.SITES, "demo", Site.of("demo", Site.DEFAULT_ZONE), broker.config());
    ingest = IngestTester.start(broker.config(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    ingest.close();
    broker.close();
  }

  @Test
  void withoutKafkaSendersAreToldToTryAgainAndLaterItWorks() {
    broker.stop();

    var answer = ingest.post(view(UUID.randomUUID()), "203.0.113.7");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(ingest.get("/health/live").statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ingest.get("/health/ready").statusCode() == 503);
    broker.comeBack();
    await().atMost(Duration.ofSeconds(30)).until(() -> post() == 202);
    await().until(() -> ingest.get("/health/ready").statusCode() == 200);
  }

  @Test
  void whileKafkaIsAwayNobodyWaitsLongAndHealthStillAnswers() throws Exception {
    ingest.post(view(UUID.randomUUID()), "203.0.113.7"); // Warm.
    broker.stop();
    long begin = System.nanoTime();
    var senders = Executors.newFixedThreadPool(4);
    var answers = new ArrayList<Future<Integer>>();
    for (int i = 0; i < 40; i++) {
      answers.add(senders.submit(IngestOutageIT::post));
    }

    long live = System.nanoTime();
    assertThat(ingest.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - live)).isLessThan(IngestTester.DELIVERY);
    assertThat(answers.get(0).get()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isLessThan(IngestTester.DELIVERY.plusSeconds(5));
    senders.shutdownNow();
    broker.comeBack();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ingest.get("/health/ready").statusCode() == 200);
  }

  private static int post() {
    return ingest.post(view(UUID.randomUUID()), "203.0.113.7").statusCode();
  }

  private static String view(UUID id) {
    return "{\"id\":\"" + id + "\",\"site\":\"demo\",\"page\":\"/tin-tuc?utm=1#top\"}";
  }
}
