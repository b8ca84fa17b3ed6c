package io.sitepulse.streams.visit;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import java.util.Map;

/** How one event changes the sums and the ledger of its shard and day. */
final class VisitRules {
  private VisitRules() {}

  /**
   * Counts one event.
   *
   * @param before the shard's day without it
   * @param visits what it did to its visitor's visits; {@link VisitDay.Change#NOTHING} if nothing
   */
  static ShardDay count(ShardDay before, ClassifiedEvent classifiedEvent, VisitDay.Change visits) {
    DaySums sums = before.sums();
    var after =
        new DaySums(
            sums.views() + (classifiedEvent.outcome() == EventOutcome.VIEW ? 1 : 0),
            sums.visits() + visits.visits(),
            sums.visitors() + visits.visitors(),
            sums.engagedMs()
                + (classifiedEvent.outcome().isCounted() ? classifiedEvent.engagedMs() : 0));
    Ledger ledger = before.ledger().plus(classifiedEvent.outcome().ledger());
    return before.with(after, visits.merged() == 0 ? ledger : ledger.plus(merged(visits)));
  }

  private static Ledger merged(VisitDay.Change visits) {
    return new Ledger(0, 0, 0, 0, 0, Map.of(), visits.merged());
  }
}
