package io.sitepulse.warehouse.rollup;

import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.Backoff;
import io.sitepulse.warehouse.RootCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sites whose rollups fail although ClickHouse answers, for example because it does not know the
 * site's time zone. They are tried again after a backoff, and hold up no other site. It is used by
 * one thread.
 */
final class FailedSites {
  private static final Logger LOG = LoggerFactory.getLogger(FailedSites.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final LongSupplier nanoTime;
  private final Map<String, Failure> failures = new HashMap<>();

  private record Failure(Backoff backoff, long untilNanos) {}

  /**
   * Creates the list.
   *
   * @param nanoTime a monotonic clock, because a wall clock that is set back would prolong the wait
   */
  FailedSites(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Tells if a site waits for its next attempt. */
  boolean isWaiting(String site) {
    Failure failure = failures.get(site);
    return failure != null && nanoTime.getAsLong() - failure.untilNanos < 0;
  }

  void failed(String site, RuntimeException cause) {
    Failure last = failures.get(site);
    Backoff backoff = last == null ? new Backoff(FIRST_WAIT, LONGEST_WAIT) : last.backoff;
    Duration wait = backoff.failed();
    failures.put(site, new Failure(backoff, nanoTime.getAsLong() + wait.toNanos()));
    LOG.atWarn()
        .addKeyValue(LogKeys.ID, site)
        .addKeyValue(LogKeys.FAILURES, backoff.failures())
        .addKeyValue(LogKeys.WAIT, wait)
        .addKeyValue(LogKeys.ERROR, RootCause.text(cause))
        .log("cannot compute the rollups of a site, others go on");
  }

  void succeeded(String site) {
    if (failures.remove(site) != null) {
      LOG.atInfo().addKeyValue(LogKeys.ID, site).log("rollups of a site computed again");
    }
  }
}
