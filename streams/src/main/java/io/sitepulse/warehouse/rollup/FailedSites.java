package io.sitepulse.warehouse.rollup;

import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.warehouse.Backoff;
import io.sitepulse.warehouse.RootCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

  private final Clock clock;
  private final Map<String, Failure> failures = new HashMap<>();

  private record Failure(Backoff backoff, Instant until) {}

  FailedSites(Clock clock) {
    this.clock = clock;
  }

  /** Tells if a site waits for its next attempt. */
  boolean isWaiting(String site) {
    Failure failure = failures.get(site);
    return failure != null && clock.instant().isBefore(failure.until);
  }

  void failed(String site, RuntimeException cause) {
    Failure last = failures.get(site);
    Backoff backoff = last == null ? new Backoff(FIRST_WAIT, LONGEST_WAIT) : last.backoff;
    Duration wait = backoff.failed();
    failures.put(site, new Failure(backoff, clock.instant().plus(wait)));
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
