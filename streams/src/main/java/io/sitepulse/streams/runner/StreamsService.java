package io.sitepulse.streams.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.KafkaHealthCheck;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.streams.metrics.MicrometerCountingMetrics;
import io.sitepulse.streams.topology.StreamsTopology;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The counting as a service that is started and closed as a whole, by {@code StreamsMain} or beside
 * other services in one process.
 */
public final class StreamsService implements AutoCloseable {
  private static final Duration HEALTH_CHECK_DELAY = Duration.ofSeconds(10);

  private final StreamsRunner runner;
  private final KafkaHealthCheck health;

  private StreamsService(StreamsRunner runner, KafkaHealthCheck health) {
    this.runner = runner;
    this.health = health;
  }

  /**
   * Creates the missing topics and starts the topology.
   *
   * @throws ExecutionException if the broker refuses to create a topic
   * @throws IllegalStateException if Kafka has lost the offsets of this application
   */
  public static StreamsService start(
      CountingConfig config, KafkaConfig kafka, MeterRegistry registry)
      throws ExecutionException, InterruptedException {
    int replicas = TopicSetup.createMissing(kafka);
    new CommittedOffsets(config.applicationId(), StreamsTopology.INPUTS, kafka.client()).require();
    var topics = RepartitionTopics.read(config.applicationId(), kafka.client());
    var topology =
        new StreamsTopology(
            new MicrometerCountingMetrics(registry),
            topics.visitors(),
            topics.sites(),
            config.outboxInterval());
    var runner =
        new StreamsRunner(
            topology::build,
            config.withReplicas(replicas),
            kafka.client(),
            registry,
            new FaultPolicy(System::nanoTime, config.threads()),
            ClockWatch.ofSystem());
    var health = new KafkaHealthCheck(kafka.client(), HEALTH_CHECK_DELAY, () -> {});
    health.start();
    return new StreamsService(runner.start(), health);
  }

  /** Adds the condition under which this process is ready. */
  public void requireIn(Readiness readiness) {
    readiness.require("counting", runner::isReady);
    readiness.warn(health::clockWarnings);
  }

  /** Returns whether all assigned partitions are being processed. */
  public boolean isReady() {
    return runner.isReady();
  }

  /** Completes when the counting has ended, exceptionally if it has failed. */
  public CompletableFuture<Void> completion() {
    return runner.completion();
  }

  /** Processes and commits the records in flight, then ends. */
  @Override
  public void close() {
    health.close();
    runner.close();
  }
}
