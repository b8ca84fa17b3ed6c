package io.sitepulse.streams.visit;

import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import io.sitepulse.streams.view.ShardEvents;
import io.sitepulse.streams.view.ShardEvents.VisitorEvent;
import io.sitepulse.streams.view.StartCommit;
import java.util.LinkedHashMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Groups the views of each visitor into visits. For each record of classified events it forwards
 * the new totals of the shard for each site and day among them.
 */
public final class VisitSessionizer
    extends ContextualProcessor<String, ShardEvents, String, ShardDay> {
  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private VisitorDays visitors;

  @SuppressWarnings("NullAway.Init") // as above
  private ShardDays shardDays;

  @Override
  public void init(ProcessorContext<String, ShardDay> context) {
    super.init(context);
    visitors = new VisitorDays(context.getStateStore(VisitorDays.NAME));
    shardDays = new ShardDays(context.getStateStore(ShardDays.NAME), context.taskId().partition());
    StartCommit.schedule(context, visitors::beNotEmpty);
  }

  @Override
  public void process(Record<String, ShardEvents> record) {
    var changed = new LinkedHashMap<String, ShardDay>();
    for (VisitorEvent visitorEvent : record.value().events()) {
      String visitor = visitorEvent.visitorOr(record.key());
      ClassifiedEvent event = visitorEvent.event();
      if (event.outcome() == EventOutcome.DEPARTED) {
        continue;
      }
      String site = ClassifiedEvent.siteOf(visitor);
      String key = ShardDay.keyOf(site, event.day());
      ShardDay before = changed.get(key);
      if (before == null) {
        before = shardDays.get(site, event.day());
      }
      changed.put(key, VisitRules.count(before, event, addToVisits(visitor, event)));
    }
    for (ShardDay day : changed.values()) {
      shardDays.put(day);
      context().forward(record.withKey(day.key()).withValue(day));
    }
  }

  private VisitDay.Change addToVisits(String visitor, ClassifiedEvent event) {
    if (!event.makesVisit()) {
      return VisitDay.Change.NOTHING;
    }
    VisitDay.Change change = visitors.get(visitor, event.day()).add(event.at());
    visitors.put(visitor, event.day(), change.after());
    return change;
  }
}
