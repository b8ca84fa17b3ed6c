package io.sitepulse.streams.runner;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed stream thread is replaced. It is replaced if it has lost its connection,
 * its transaction or its place in the group, unless there have been many such failures recently. A
 * new thread starts from the committed offsets, so nothing is lost or counted twice. Any other
 * exception would come back with the same record, so the process stops and shows it.
 */
public final class FaultPolicy {
  /** Failures that are tolerated for each thread: an outage of Kafka makes all of them fail. */
  static final int MAX_RECENT = 8;

  static final Duration RECENT = Duration.ofMinutes(10);

  /**
   * Exceptions that do not come back with the same record. Kafka Streams handles most of them
   * itself, but not everywhere: a commit of a transaction that the brokers have aborted, because
   * the machine stood still for longer than its timeout, fails with {@link
   * InvalidTxnStateException}, and Kafka Streams ends the thread.
   */
  private static final List<Class<? extends RuntimeException>> TEMPORARY =
      List.of(
          RetriableException.class,
          // Fenced producers and members, lost ids of producers.
          ApplicationRecoverableException.class,
          InvalidTxnStateException.class,
          TransactionAbortableException.class,
          TransactionAbortedException.class,
          OutOfOrderSequenceException.class,
          RebalanceInProgressException.class,
          CommitFailedException.class,
          UnknownServerException.class,
          TaskMigratedException.class,
          TaskCorruptedException.class);

  private final LongSupplier nanoTime;
  private final int maxRecent;
  private final Deque<Long> recent = new ArrayDeque<>();

  /**
   * Starts without a failure.
   *
   * @param nanoTime {@link System#nanoTime}. The wall clock may be set.
   * @param threads number of stream threads
   */
  public FaultPolicy(LongSupplier nanoTime, int threads) {
    this.nanoTime = nanoTime;
    this.maxRecent = MAX_RECENT * threads;
  }

  /** Records a failure and returns whether to replace its thread. */
  synchronized boolean replacesThread(Throwable failure) {
    long now = nanoTime.getAsLong();
    recent.removeIf(at -> now - at > RECENT.toNanos());
    recent.add(now);
    return recent.size() <= maxRecent && isTemporary(failure);
  }

  private static boolean isTemporary(@Nullable Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      Throwable cause = e;
      if (TEMPORARY.stream().anyMatch(type -> type.isInstance(cause))) {
        return true;
      }
    }
    return false;
  }
}
