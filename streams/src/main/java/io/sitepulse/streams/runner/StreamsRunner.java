package io.sitepulse.streams.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a topology.
 *
 * <pre>
 * new ── start() ──▶ restoring ──▶ ready ── close(): drains, commits ──▶ ended
 *                        ▲           │
 *                        └─ rebalance┘
 *     a retriable exception: the thread is replaced, a few times
 *     any other exception, or too many: ended, and completion() fails with it
 * </pre>
 */
public final class StreamsRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final RocksDbMemoryLimit memory;
  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private final MeterRegistry registry;
  private final FaultPolicy faults;
  private final RestoreProgress restore = new RestoreProgress();
  private final CompletableFuture<Void> completion = new CompletableFuture<>();
  private volatile @Nullable Throwable failure;

  /**
   * Prepares the run. Nothing is consumed before {@link #start}.
   *
   * @param client connection properties of Kafka clients
   * @param faults decides which failed threads are replaced
   */
  public StreamsRunner(
      Topology topology,
      CountingConfig config,
      Properties client,
      MeterRegistry registry,
      FaultPolicy faults) {
    this.memory = new RocksDbMemoryLimit(config.storeMemoryMb());
    this.streams = new KafkaStreams(topology, StreamsProperties.of(config, client, memory));
    this.metrics = new KafkaStreamsMetrics(streams);
    this.registry = registry;
    this.faults = faults;
    streams.setStateListener(this::onStateChange);
    streams.setGlobalStateRestoreListener(restore);
    streams.setUncaughtExceptionHandler(this::onFailure);
  }

  /** Starts the topology. Call once. */
  public StreamsRunner start() {
    metrics.bindTo(registry);
    streams.start();
    return this;
  }

  /** Returns whether all assigned partitions are being processed and their stores restored. */
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING && restore.isDone();
  }

  /** Completes when the run has ended, exceptionally if it has failed. */
  public CompletableFuture<Void> completion() {
    return completion.copy();
  }

  /** Processes and commits the records in flight, then ends. */
  @Override
  public void close() {
    boolean drained = streams.close(DRAIN);
    metrics.close();
    if (drained) {
      memory.close();
      LOG.info("Kafka Streams closed");
    } else {
      // A thread may still use the memory, and the process is about to exit.
      LOG.warn("Kafka Streams did not close in time");
    }
    complete();
  }

  private void onStateChange(KafkaStreams.State now, KafkaStreams.State before) {
    LOG.atInfo().addKeyValue(LogKeys.STATE, now).log("Kafka Streams changed state");
    if (now == KafkaStreams.State.ERROR && failure == null) {
      failure = new IllegalStateException("Kafka Streams stopped with an error");
    }
    if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
      complete();
    }
  }

  private StreamThreadExceptionResponse onFailure(Throwable e) {
    if (faults.replacesThread(e)) {
      LOG.warn("stream thread failed, replacing it", e);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("Kafka Streams failed, shutting down", e);
    failure = e;
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void complete() {
    Throwable cause = failure;
    if (cause == null) {
      completion.complete(null);
    } else {
      completion.completeExceptionally(cause);
    }
  }
}
