package io.sitepulse.streams.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
 *                        └─ the clock was set back: drains, commits, starts again.
 *                           Kafka away: gives the open transaction up, as after a kill
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
  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

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
  private volatile Duration drain = DRAIN;

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
    long every = CHECK_EVERY.toMillis();
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

  /** Sets the time for records in flight, before {@link #start}. For tests. */
  StreamsRunner drainWithin(Duration time) {
    drain = time;
    return this;
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
    try {
      if (!endsBeforeClose(old)) {
        return;
      }
      run = new Run(topology.get(), properties);
      restarts.incrementAndGet();
      run.start();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
      complete();
    }
  }

  /**
   * Closes a client, however long it takes. While Kafka is away its threads wait for the commit and
   * for requests whose timeouts the wall clock measures, which was set back. So after {@link
   * #DRAIN} they are made to give up. Their stores are restored then, as after a kill.
   *
   * @return false if this runner is being closed before the client has ended
   */
  private boolean endsBeforeClose(Run old) throws InterruptedException {
    old.beginClose();
    long begin = System.nanoTime();
    while (!old.hasEndedWithin(CHECK_EVERY)) {
      if (watcher.isShutdown()) {
        return false;
      }
      if (System.nanoTime() - begin < drain.toNanos()) {
        old.clients.endPolls();
      } else {
        LOG.warn("Kafka Streams does not close after a clock change, ending its requests");
        old.clients.endAll();
        begin = System.nanoTime();
      }
    }
    old.metrics.close();
    return true;
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
    private final CountDownLatch ended = new CountDownLatch(1);
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
      boolean drained = streams.close(leavingWithin(drain));
      metrics.close();
      return drained;
    }

    /** Closes without waiting: Kafka Streams would measure the time by the wall clock. */
    void beginClose() {
      clients.endPolls();
      if (streams.close(leavingWithin(Duration.ZERO))) {
        ended.countDown();
      }
    }

    boolean hasEndedWithin(Duration time) throws InterruptedException {
      return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * By default the threads remain in the group, which then waits a session timeout for them: the
     * next start would be as much later, and so would another process that takes over.
     */
    private static CloseOptions leavingWithin(Duration time) {
      return CloseOptions.timeout(time)
          .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
    }

    private void onStateChange(KafkaStreams.State now, KafkaStreams.State before) {
      LOG.atInfo().addKeyValue(LogKeys.STATE, now).log("Kafka Streams changed state");
      if (now.hasCompletedShutdown()) {
        ended.countDown();
        if (!replaced) {
          completeAs(now);
        }
      }
    }

    private void completeAs(KafkaStreams.State end) {
      if (end == KafkaStreams.State.ERROR && failure == null) {
        failure = new IllegalStateException("Kafka Streams stopped with an error");
      }
      complete();
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
