package io.sitepulse.streams.view;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A judged event as it travels to its visitor's shard, where the key names site and visitor. Every
 * event travels, counted or not, so that each shard's ledger balances by itself.
 *
 * @param outcome what becomes of it
 * @param day the site's local day it belongs to
 * @param at when it happened
 * @param engagedMs milliseconds engaged, 0 to 24 h
 * @param anonymous true: nobody's visit, nobody online (Global Privacy Control)
 */
public record ClassifiedEvent(
    EventOutcome outcome, LocalDate day, Instant at, long engagedMs, boolean anonymous) {
  public ClassifiedEvent {
    Require.present(outcome, "outcome");
    Require.present(day, "day");
    Require.present(at, "at");
    Require.notNegative(engagedMs, "engagedMs");
  }

  static ClassifiedEvent of(EventOutcome outcome, PageView event) {
    return new ClassifiedEvent(
        outcome, event.day(), event.at(), event.engagedMs(), event.visitor() == null);
  }

  /** The site in a key "site|visitor". */
  public static String siteOf(String key) {
    return key.substring(0, key.indexOf('|'));
  }

  /** Whether it opens or stretches a visit. */
  public boolean makesVisit() {
    return outcome == EventOutcome.VIEW && !anonymous;
  }

  /** Whether its visitor is online for it. */
  public boolean keepsOnline() {
    return outcome.isCounted() && !anonymous;
  }
}
