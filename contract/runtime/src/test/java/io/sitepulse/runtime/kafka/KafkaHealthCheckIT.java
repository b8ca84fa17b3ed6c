package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.health.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaHealthCheckIT {
  private static final int PARTITIONS = 4;

  @TempDir Path folder;

  @Test
  void partitionsWithoutLeaderAreNamedUntilTheirBrokerIsBack() throws Exception {
    try (var first = TestBroker.start(folder.resolve("1"));
        var second = first.join(folder.resolve("2"), 2);
        var admin = Admin.create(first.config().client())) {
      await().until(() -> admin.describeCluster().nodes().get().size(), count -> count == 2);
      TopicSetup.createMissing(
          new KafkaConfig(first.bootstrap(), PARTITIONS, KafkaClientProperties.NONE, 1));
      try (var health =
          new KafkaHealthCheck(
              first.config().client(), Duration.ofMillis(100), () -> {}, Topics.PAGE_VIEWS)) {
        var readiness = new Readiness().requireNone(health::partitionsWithoutLeader);
        health.start();
        await().until(health::isResponding);
        assertThat(readiness.states()).isEmpty();

        second.stop();
        await().until(() -> !readiness.states().isEmpty());
        assertThat(readiness.states().keySet())
            .allMatch(name -> name.startsWith("sitepulse.page-views-"))
            .hasSizeLessThan(PARTITIONS);

        second.comeBack();
        await().until(() -> readiness.states().isEmpty());
        assertThat(health.clockWarnings()).isEmpty();
      }
      // Another process, whose machine is an hour behind.
      InstantSource behind = () -> Instant.now().minus(Duration.ofHours(1));
      try (var health =
          new KafkaHealthCheck(first.config().client(), Duration.ofMillis(100), () -> {}, behind)) {
        health.start();
        await().until(() -> !health.clockWarnings().isEmpty());
        assertThat(health.clockWarnings())
            .singleElement(InstanceOfAssertFactories.STRING)
            .matches(
                "the clock of this machine is 3[56]\\d\\d s behind that of Kafka's controller 1");
        assertThat(health.isResponding()).isTrue();
      }
    }
  }
}
