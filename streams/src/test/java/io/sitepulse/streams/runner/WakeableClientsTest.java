package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WakeableClientsTest {
  /** A port that is never open. */
  private static final String NO_BROKER = "127.0.0.1:1";

  private static final Duration SOON = Duration.ofSeconds(40);

  @Test
  void aTransactionThatWaitsForKafkaCanBeEnded() {
    var clients = new WakeableClients();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            NO_BROKER,
            "transactional.id",
            "test",
            "max.block.ms",
            TimeUnit.MINUTES.toMillis(10));
    try (var producer = clients.getProducer(config)) {
      var waits = CompletableFuture.runAsync(producer::initTransactions);
      assertThat(waits).isNotDone();

      clients.endAll();

      assertThat(waits).failsWithin(SOON);
    }
  }

  @Test
  void aRequestThatWaitsForKafkaCanBeEnded() {
    var clients = new WakeableClients();
    Map<String, Object> config = Map.of("bootstrap.servers", NO_BROKER);
    try (var consumer = clients.getGlobalConsumer(config)) {
      var waits = CompletableFuture.supplyAsync(consumer::listTopics);
      assertThat(waits).isNotDone();

      clients.endAll();

      assertThat(waits).failsWithin(SOON);
    }
  }

  /** The leader of a rebalance asks so for the ends of the changelogs, and a restore too. */
  @Test
  void aRequestOfTheAdminClientCanBeEnded() {
    var clients = new WakeableClients();
    Map<String, Object> config = Map.of("bootstrap.servers", NO_BROKER);
    try (var admin = clients.getAdmin(config)) {
      var waits = admin.describeCluster().nodes().toCompletionStage().toCompletableFuture();
      assertThat(waits).isNotDone();

      clients.endAll();

      assertThat(waits).failsWithin(SOON);
    }
  }
}
