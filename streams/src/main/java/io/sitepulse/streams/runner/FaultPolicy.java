package io.sitepulse.streams.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Which faults a run survives: those that Kafka calls retriable, so long as they are few. Anything
 * else would come back with the same record, and is better seen than repeated.
 */
public final class FaultPolicy {
  static final int ALLOWED = 8;
  static final Duration WITHIN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Deque<Instant> recent = new ArrayDeque<>();

  public FaultPolicy(Clock clock) {
    this.clock = clock;
  }

  /** Whether to go on after this fault; notes it. */
  synchronized boolean passes(Throwable fault) {
    Instant now = clock.instant();
    recent.removeIf(at -> at.isBefore(now.minus(WITHIN)));
    recent.add(now);
    return recent.size() <= ALLOWED && isRetriable(fault);
  }

  private static boolean isRetriable(@Nullable Throwable fault) {
    for (Throwable e = fault; e != null; e = e.getCause()) {
      if (e instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }
}
