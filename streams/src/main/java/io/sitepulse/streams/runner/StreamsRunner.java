package io.sitepulse.streams.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
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
 *     a passing fault: the thread is replaced, a few times
 *     any other fault, or too many: ended, and ended() fails with it
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
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile @Nullable Throwable fault;

  /**
   * Prepares a run; nothing is read before {@link #start}.
   *
   * @param client connection settings as Kafka names them
   * @param faults decides which faults pass
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
    streams.setStateListener(this::changed);
    streams.setGlobalStateRestoreListener(restore);
    streams.setUncaughtExceptionHandler(this::respond);
  }

  /** Begins to count. Call once. */
  public StreamsRunner start() {
    metrics.bindTo(registry);
    streams.start();
    return this;
  }

  /** Whether all parts given to this process count, their stores restored. */
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING && restore.isDone();
  }

  /** Completes when the run has ended; with the fault if one ended it. */
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  /** Finishes and commits what is being counted, then ends. */
  @Override
  public void close() {
    boolean drained = streams.close(DRAIN);
    LOG.atInfo().addKeyValue("drained", drained).log("counting has ended");
    metrics.close();
    if (drained) {
      memory.close(); // Otherwise a thread may still use it; the process is about to end anyway.
    }
    end();
  }

  private void changed(KafkaStreams.State now, KafkaStreams.State before) {
    LOG.atInfo().addKeyValue("state", now).log("counting changed its state");
    if (now == KafkaStreams.State.ERROR && fault == null) {
      fault = new IllegalStateException("counting ended by itself");
    }
    if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
      end();
    }
  }

  private StreamThreadExceptionResponse respond(Throwable e) {
    if (faults.passes(e)) {
      LOG.warn("a counting thread failed and is replaced", e);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("counting cannot go on", e);
    fault = e;
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void end() {
    Throwable cause = fault;
    if (cause == null) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(cause);
    }
  }
}
