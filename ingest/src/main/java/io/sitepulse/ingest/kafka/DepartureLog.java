package io.sitepulse.ingest.kafka;

import java.time.Instant;

/**
 * Notes that a visitor is no longer online under the pseudonym of an ended day. Without it a
 * visitor who reads across a site's midnight would be online twice.
 */
@FunctionalInterface
public interface DepartureLog {
  /** Notes nothing. */
  DepartureLog NONE = (site, pseudonym, at) -> {};

  /**
   * Notes one departure. Never blocks or fails: a departure that is lost makes the number of
   * visitors online too large for five minutes.
   *
   * @param pseudonym the pseudonym of the ended day
   * @param at instant at which the visitor was seen under the next one
   */
  void departed(String site, String pseudonym, Instant at);
}
