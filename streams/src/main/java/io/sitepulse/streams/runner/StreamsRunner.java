package io.sitepulse.streams.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
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
 *                        ├─ rebalance┤
 *                        └─ the clock was set back: drains, commits, starts again
 *     a lost connection, transaction or membership: the thread is replaced, a few times
 *     any other exception, or too many: ended, and completion() fails with it
 * </pre>
 *
 * <p>Kafka Streams commits and runs its timers by the wall clock. After a step back it would do
 * neither until the clock has caught up. A new client starts from the current time.
 */
public final class StreamsRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final Duration CHECK_CLOCK_EVERY = Duration.ofSeconds(1);

  private final Supplier<Topology> topology;
  private final Properties properties;
  private final RocksDbMemoryLimit memory;
  private final MeterRegistry registry;
  private final FaultPolicy faults;
  private final ClockWatch clockWatch;
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(StreamsRunner::watcherThread);
  private final CompletableFuture<Void> completion = new CompletableFuture<>();
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile Run run;
  private volatile @Nullable Throwable failure;

  /**
   * Prepares the run. Nothing is consumed before {@link #start}.
   *
   * @param topology builds the topology, again for each start of the client
   * @param client connection properties of Kafka clients
   * @param faults decides which failed threads are replaced
   * @param clockWatch notices that the clock was set back
   */
  public StreamsRunner(
      Supplier<Topology> topology,
      CountingConfig config,
      Properties client,
      MeterRegistry registry,
      FaultPolicy faults,
      ClockWatch clockWatch) {
    this.topology = topology;
    this.memory = new RocksDbMemoryLimit(config.storeMemoryMb());
    this.properties = StreamsProperties.of(config, client, memory);
    this.registry = registry;
    this.faults = faults;
    this.clockWatch = clockWatch;
    this.run = new Run(topology.get(), properties);
  }

  /** Starts the topology. Call once. */
  public StreamsRunner start() {
    run.start();
    long every = CHECK_CLOCK_EVERY.toMillis();
    var unused =
        watcher.scheduleWithFixedDelay(
            this::restartIfClockWasSetBack, every, every, TimeUnit.MILLISECONDS);
    return this;
  }

  /** Returns whether all assigned partitions are being processed and their stores restored. */
  public boolean isReady() {
    return run.isReady();
  }

  /** Completes when the run has ended, exceptionally if it has failed. */
  public CompletableFuture<Void> completion() {
    return completion.copy();
  }

  /** Number of starts after the first. */
  int restarts() {
    return restarts.get();
  }

  /** Processes and commits the records in flight, then ends. */
  @Override
  public void close() {
    watcher.shutdown();
    synchronized (this) {
      if (run.close()) {
        memory.close();
        LOG.info("Kafka Streams closed");
      } else {
        // A thread may still use the memory, and the process is about to exit.
        LOG.warn("Kafka Streams did not close in time");
      }
      complete();
    }
  }

  private synchronized void restartIfClockWasSetBack() {
    Duration back = clockWatch.setBack();
    if (back.isZero() || watcher.isShutdown() || completion.isDone()) {
      return;
    }
    LOG.atWarn()
        .addKeyValue(LogKeys.WAIT, back)
        .log("the clock was set back, starting Kafka Streams again");
    Run old = run;
    old.replaced = true;
    old.clients.endPolls();
    if (!old.close()) {
      failure = new IllegalStateException("Kafka Streams did not close after a clock change");
      complete();
      return;
    }
    try {
      run = new Run(topology.get(), properties);
      restarts.incrementAndGet();
      run.start();
    } catch (RuntimeException e) {
      failure = e;
      complete();
    }
  }

  private static Thread watcherThread(Runnable check) {
    var thread = new Thread(check, "clock-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** One client of Kafka Streams, from its start to its end. */
  private final class Run {
    private final WakeableClients clients = new WakeableClients();
    private final RestoreProgress restore = new RestoreProgress();
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private volatile boolean replaced;

    Run(Topology topology, Properties properties) {
      streams = new KafkaStreams(topology, properties, clients);
      metrics = new KafkaStreamsMetrics(streams);
      streams.setStateListener(this::onStateChange);
      streams.setGlobalStateRestoreListener(restore);
      streams.setUncaughtExceptionHandler(this::onFailure);
    }

    void start() {
      metrics.bindTo(registry);
      streams.start();
    }

    boolean isReady() {
      return streams.state() == KafkaStreams.State.RUNNING && restore.isDone();
    }

    /** Returns whether all threads have ended. */
    boolean close() {
      // By default the threads remain in the group, which then waits a session timeout for them:
      // the next start would be as much later, and so would another process that takes over.
      boolean drained =
          streams.close(
              CloseOptions.timeout(DRAIN)
                  .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
      metrics.close();
      return drained;
    }

    private void onStateChange(KafkaStreams.State now, KafkaStreams.State before) {
      LOG.atInfo().addKeyValue(LogKeys.STATE, now).log("Kafka Streams changed state");
      if (replaced) {
        return;
      }
      if (now == KafkaStreams.State.ERROR && failure == null) {
        failure = new IllegalStateException("Kafka Streams stopped with an error");
      }
      if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
        complete();
      }
    }

    private StreamThreadExceptionResponse onFailure(Throwable e) {
      if (replaced) {
        LOG.warn("stream thread failed while it was closed", e);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
      }
      if (faults.replacesThread(e)) {
        LOG.warn("stream thread failed, replacing it", e);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
      }
      LOG.error("Kafka Streams failed, shutting down", e);
      failure = e;
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
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
