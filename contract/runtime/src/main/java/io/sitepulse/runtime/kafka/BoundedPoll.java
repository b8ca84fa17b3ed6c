package io.sitepulse.runtime.kafka;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Polls a consumer, and ends a poll that lasts longer than it may. A poll measures its timeout by
 * the wall clock. If that is set back by a day, a poll without records lasts a day, and its thread
 * does nothing else in that time. This class measures by a clock that is never set.
 *
 * <p>{@link #poll} is called by the thread that uses the consumer.
 *
 * @param <K> keys of the records
 * @param <V> values of the records
 */
public final class BoundedPoll<K, V> implements AutoCloseable {
  /** Time beyond the timeout that a poll may take, for example because the machine is busy. */
  static final Duration RESERVE = Duration.ofSeconds(2);

  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(BoundedPoll::watchThread);

  private final Consumer<K, V> consumer;
  private final Duration reserve;
  private final ScheduledFuture<?> watch;
  private boolean polling;
  private long deadline;

  /** Watches the polls of a consumer until it is closed. */
  public BoundedPoll(Consumer<K, V> consumer) {
    this(consumer, RESERVE);
  }

  BoundedPoll(Consumer<K, V> consumer, Duration reserve) {
    this.consumer = consumer;
    this.reserve = reserve;
    long every = CHECK_EVERY.toMillis();
    watch = WATCH.scheduleWithFixedDelay(this::endIfLate, every, every, TimeUnit.MILLISECONDS);
  }

  /**
   * Polls the consumer.
   *
   * @return the records. None if the poll was ended, also by another call of {@link
   *     Consumer#wakeup}
   */
  public ConsumerRecords<K, V> poll(Duration timeout) {
    begin(timeout);
    try {
      return consumer.poll(timeout);
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    } finally {
      end();
    }
  }

  /** Ends the watch. It does not close the consumer. */
  @Override
  public void close() {
    watch.cancel(false);
  }

  private synchronized void begin(Duration timeout) {
    polling = true;
    deadline = System.nanoTime() + timeout.plus(reserve).toNanos();
  }

  private synchronized void end() {
    polling = false;
  }

  /** Other calls than a poll are not ended, because their callers do not expect it. */
  private synchronized void endIfLate() {
    if (polling && System.nanoTime() - deadline > 0) {
      consumer.wakeup();
    }
  }

  private static Thread watchThread(Runnable checks) {
    var thread = new Thread(checks, "poll-watch");
    thread.setDaemon(true);
    return thread;
  }
}
