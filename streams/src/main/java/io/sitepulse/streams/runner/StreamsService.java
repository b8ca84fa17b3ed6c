package io.sitepulse.streams.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.streams.metrics.MicrometerCountingMetrics;
import io.sitepulse.streams.topology.StreamsTopology;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The counting of a process, started and ended as one: by {@code StreamsMain}, or beside others in
 * one process.
 */
public final class StreamsService implements AutoCloseable {
  private final StreamsRunner runner;

  private StreamsService(StreamsRunner runner) {
    this.runner = runner;
  }

  /**
   * Creates the topics that are missing and starts to count.
   *
   * @throws ExecutionException if the broker refuses
   */
  public static StreamsService start(
      CountingConfig config, KafkaConfig kafka, MeterRegistry registry, Clock clock)
      throws ExecutionException, InterruptedException {
    TopicSetup.createMissing(kafka.client(), kafka.partitions());
    var topology =
        new StreamsTopology(new MicrometerCountingMetrics(registry), config.handOverInterval());
    var runner =
        new StreamsRunner(
            topology.build(), config, kafka.client(), registry, new FaultPolicy(clock));
    return new StreamsService(runner.start());
  }

  /** Adds what must hold before this process is ready. */
  public void requireIn(Readiness readiness) {
    readiness.require("counting", runner::isReady);
  }

  /** Whether all parts given to this process count. */
  public boolean isReady() {
    return runner.isReady();
  }

  /** Completes when counting has ended; with the fault if one ended it. */
  public CompletableFuture<Void> ended() {
    return runner.ended();
  }

  /** Finishes and commits what is being counted, then ends. */
  @Override
  public void close() {
    runner.close();
  }
}
