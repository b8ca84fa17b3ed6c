package io.sitepulse.streams.visit;

import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.view.ClassifiedEvent;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Groups the views of each visitor into visits. For each classified event with the key
 * "site|visitor" it forwards the new totals of the shard for the site and day.
 */
public final class VisitSessionizer
    extends ContextualProcessor<String, ClassifiedEvent, String, ShardDay> {
  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private VisitorDays visitors;

  @SuppressWarnings("NullAway.Init") // as above
  private ShardDays shardDays;

  @Override
  public void init(ProcessorContext<String, ShardDay> context) {
    super.init(context);
    visitors = new VisitorDays(context.getStateStore(VisitorDays.NAME));
    shardDays = new ShardDays(context.getStateStore(ShardDays.NAME), context.taskId().partition());
  }

  @Override
  public void process(Record<String, ClassifiedEvent> record) {
    ClassifiedEvent event = record.value();
    ShardDay before = shardDays.get(ClassifiedEvent.siteOf(record.key()), event.day());
    ShardDay after = VisitRules.count(before, event, addToVisits(record.key(), event));
    shardDays.put(after);
    context().forward(record.withKey(after.key()).withValue(after));
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
