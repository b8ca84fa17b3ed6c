package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.event.RejectedEvent;

/** The tables that audits read. Rows of the same id are equal. */
public final class AuditTables {
  /** Events and votes that were accepted and then not counted, each with its reason. */
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
}
