package io.sitepulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.kafka.TopicSetup;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Site;
import io.sitepulse.ingest.broker.TestBroker;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestIT {
  private TestBroker broker;
  private IngestTester ingest;

  @BeforeEach
  void start() throws Exception {
    broker = TestBroker.start();
    TopicSetup.createMissing(broker.config().client(), broker.config().partitions());
    TopicContents.put(Topics.SITES, "demo", Site.of("demo", Site.DEFAULT_ZONE), broker.config());
    ingest = IngestTester.start(broker.config(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    ingest.close();
    broker.close();
  }

  @Test
  void whatWasAnswered202IsInKafka() {
    var id = UUID.randomUUID();

    var answer = ingest.post(view(id), "203.0.113.7");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
    var records = TopicContents.of(Topics.PAGE_VIEWS, broker.config());
    assertThat(records).hasSize(1);
    PageView event = records.get(0).value();
    assertThat(event.id()).isEqualTo(id);
    assertThat(event.page()).isEqualTo("/tin-tuc");
    assertThat(event.agent().browser()).isEqualTo("Firefox");
    assertThat(event.visitor()).matches("[0-9a-f]{16}");
    assertThat(records.get(0).partition()).isEqualTo(Topics.partitionOf(id, 3));
    assertThat(records.get(0).key()).isEqualTo(Topics.keyOf(event));
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
    broker.again();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ingest.post(view(UUID.randomUUID()), "203.0.113.7").statusCode() == 202);
    await().until(() -> ingest.get("/health/ready").statusCode() == 200);
  }

  private static String view(UUID id) {
    return "{\"id\":\"" + id + "\",\"site\":\"demo\",\"page\":\"/tin-tuc?utm=1#top\"}";
  }
}
