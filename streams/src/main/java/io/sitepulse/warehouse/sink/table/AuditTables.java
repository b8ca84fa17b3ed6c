package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import java.util.Map;
import java.util.TreeMap;

/** The tables that audits read. */
public final class AuditTables {
  /**
   * Events and votes that were accepted and then not counted, each with its reason. Rows of the
   * same id are equal.
   */
  public static final Table<RejectedEvent> REJECTED_EVENTS =
      Table.<RejectedEvent>named("rejected_events")
          .text("id", RejectedEvent::id)
          .text("topic", RejectedEvent::topic)
          .text("subject", RejectedEvent::subject)
          .day("day", RejectedEvent::day)
          .text("reason", event -> event.reason().label())
          .millis("received", RejectedEvent::received)
          .text("event", RejectedEvent::event)
          .build();

  /**
   * Events that collectors refused, and versions of scripts. Of two rows of the same key the one
   * with the larger total wins.
   */
  public static final Table<CollectorFaults> COLLECTOR_FAULTS =
      Table.<CollectorFaults>named("collector_faults")
          .text("site", CollectorFaults::site)
          .day("day", CollectorFaults::day)
          .text("collector", CollectorFaults::collector)
          .value("refused", faults -> byReasonAndOrigin(faults.refused()))
          .value("untrusted_proxies", CollectorFaults::untrustedProxies)
          .value("scripts", CollectorFaults::scripts)
          .number("total", CollectorFaults::total)
          .millis("as_of", CollectorFaults::asOf)
          .mergedBy("site", "day", "collector")
          .keepingLargest("total")
          .build();

  /** Changes of definitions and accounts, each with its author. */
  public static final Table<Change> CHANGES =
      Table.<Change>named("changes")
          .uuid("id", Change::id)
          .millis("at", Change::at)
          .text("actor", Change::by)
          .text("actor_name", Change::byName)
          .text("action", Change::action)
          .text("subject", Change::subject)
          .json("before", Change::before)
          .json("after", Change::after)
          .mergedBy("id")
          .build();

  private AuditTables() {}

  private static Map<String, Long> byReasonAndOrigin(Map<Reason, Map<String, Long>> refused) {
    var flat = new TreeMap<String, Long>();
    refused.forEach(
        (reason, origins) ->
            origins.forEach((origin, count) -> flat.put(reason.label() + ' ' + origin, count)));
    return flat;
  }
}
