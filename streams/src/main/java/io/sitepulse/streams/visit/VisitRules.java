package io.sitepulse.streams.visit;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import java.util.Map;

/** Adds an event to the totals and the ledger of its shard and day. */
final class VisitRules {
  private VisitRules() {}

  /**
   * Returns the day of a shard with one more event.
   *
   * @param before the day before the event
   * @param visits the change of the visitor's visits, or {@link VisitDay.Change#NOTHING}
   */
  static ShardDay count(ShardDay before, ClassifiedEvent event, VisitDay.Change visits) {
    DaySums sums = before.sums();
    var after =
        new DaySums(
            sums.views() + (event.outcome() == EventOutcome.VIEW ? 1 : 0),
            sums.visits() + visits.visits(),
            sums.visitors() + visits.visitors(),
            sums.engagedMs() + (event.outcome().isCounted() ? event.engagedMs() : 0));
    Ledger ledger = before.ledger().plus(event.outcome().ledger());
    return before.with(after, visits.merged() == 0 ? ledger : ledger.plus(mergedVisits(visits)));
  }

  private static Ledger mergedVisits(VisitDay.Change visits) {
    return new Ledger(0, 0, 0, 0, 0, Map.of(), visits.merged());
  }
}
