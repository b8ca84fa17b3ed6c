package io.sitepulse.streams.visit;

import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.view.ClassifiedEvent;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Follows what visitors do and sums it up for this shard: one verdict in, the shard's new state of
 * that site and day out. The key is "site|visitor".
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
    ClassifiedEvent classifiedEvent = record.value();
    ShardDay before = shardDays.get(ClassifiedEvent.siteOf(record.key()), classifiedEvent.day());
    ShardDay after =
        VisitRules.count(before, classifiedEvent, visit(record.key(), classifiedEvent));
    shardDays.put(after);
    context().forward(record.withKey(after.key()).withValue(after));
  }

  private VisitDay.Change visit(String visitor, ClassifiedEvent classifiedEvent) {
    if (!classifiedEvent.makesVisit()) {
      return VisitDay.Change.NOTHING;
    }
    VisitDay.Change change = visitors.get(visitor, classifiedEvent.day()).add(classifiedEvent.at());
    visitors.put(visitor, classifiedEvent.day(), change.after());
    return change;
  }
}
