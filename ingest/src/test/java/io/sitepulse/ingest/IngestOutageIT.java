package io.sitepulse.ingest;

import static io.sitepulse.ingest.IngestTester.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.kafka.TestBroker;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector whose broker is stopped and started again. */
class IngestOutageIT {
  /** Number of concurrent requests. */
  private static final int SENDERS = 40;

  @TempDir private static Path folder;
  private static TestBroker broker;
  private static IngestTester ingest;

  @BeforeAll
  static void start() throws Exception {
    broker = TestBroker.start(folder);
    ingest = IngestTester.start(broker);
  }

  @AfterAll
  static void stop() {
    ingest.close();
    broker.close();
  }

  @Test
  void respondsWith503WithoutKafkaAndRecovers() {
    broker.stop();

    var answer = ingest.post(view(UUID.randomUUID()), "203.0.113.7");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(ingest.get("/health/live").statusCode()).isEqualTo(200);
    await().until(() -> ingest.get("/health/ready").statusCode() == 503);
    broker.comeBack();
    await().until(() -> post() == 202);
    await().until(() -> ingest.get("/health/ready").statusCode() == 200);
  }

  @Test
  void respondsToAllRequestsAndHealthChecksWithoutKafka() throws Exception {
    ingest.post(view(UUID.randomUUID()), "203.0.113.7"); // Warms up.
    broker.stop();
    var senders = Executors.newFixedThreadPool(SENDERS);
    var answers =
        Stream.generate(() -> senders.submit(IngestOutageIT::post)).limit(SENDERS).toList();

    assertThat(ingest.get("/health/live").statusCode()).isEqualTo(200);
    // None of these waited for Kafka's own timeouts, which are longer than the client's.
    for (var answer : answers) {
      assertThat(answer.get()).isEqualTo(503);
    }
    senders.shutdown();
    broker.comeBack();
    await().until(() -> ingest.get("/health/ready").statusCode() == 200);
  }

  private static int post() {
    return ingest.post(view(UUID.randomUUID()), "203.0.113.7").statusCode();
  }
}
