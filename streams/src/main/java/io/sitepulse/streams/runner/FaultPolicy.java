package io.sitepulse.streams.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed stream thread is replaced. It is replaced after an exception that Kafka
 * calls retriable, unless there have been many recently. Any other exception would come back with
 * the same record, so the process stops and shows it.
 */
public final class FaultPolicy {
  /** Failures that are tolerated for each thread: an outage of Kafka makes all of them fail. */
  static final int MAX_RECENT = 8;

  static final Duration RECENT = Duration.ofMinutes(10);

  private final Clock clock;
  private final int maxRecent;
  private final Deque<Instant> recent = new ArrayDeque<>();

  /**
   * Starts without a failure.
   *
   * @param threads number of stream threads
   */
  public FaultPolicy(Clock clock, int threads) {
    this.clock = clock;
    this.maxRecent = MAX_RECENT * threads;
  }

  /** Records a failure and returns whether to replace its thread. */
  synchronized boolean replacesThread(Throwable failure) {
    Instant now = clock.instant();
    recent.removeIf(at -> at.isBefore(now.minus(RECENT)));
    recent.add(now);
    return recent.size() <= maxRecent && isRetriable(failure);
  }

  private static boolean isRetriable(@Nullable Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }
}
