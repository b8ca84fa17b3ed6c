package io.sitepulse.streams.view;

import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.event.EventHead;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event with its outcome, on its way to the shard of its visitor. Events that are not counted
 * are sent as well, so that the ledger of each shard balances on its own.
 *
 * @param outcome how the event is counted
 * @param day local day of the site that the event belongs to
 * @param at time of the event
 * @param engagedMs engaged time in milliseconds, 0 to 24 h
 * @param anonymous whether the event has no visitor, because of Global Privacy Control
 */
public record ClassifiedEvent(
    EventOutcome outcome, LocalDate day, Instant at, long engagedMs, boolean anonymous) {
  public ClassifiedEvent {
    Require.present(outcome, "outcome");
    Require.present(day, "day");
    Require.present(at, "at");
    Require.notNegative(engagedMs, "engagedMs");
  }

  static ClassifiedEvent of(EventOutcome outcome, EventHead event) {
    return new ClassifiedEvent(
        outcome, event.day(), event.at(), event.engagedMs(), event.isAnonymous());
  }

  /** Returns the site of a key "site|visitor". */
  public static String siteOf(String key) {
    return key.substring(0, key.indexOf('|'));
  }

  /** Returns whether the event starts or extends a visit. */
  public boolean makesVisit() {
    return outcome == EventOutcome.VIEW && !anonymous;
  }

  /** Returns whether the event puts its visitor online. */
  public boolean keepsOnline() {
    return outcome.isCounted() && !anonymous;
  }
}
