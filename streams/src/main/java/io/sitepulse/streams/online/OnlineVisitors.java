package io.sitepulse.streams.online;

import io.sitepulse.streams.counter.ShardOnline;
import io.sitepulse.streams.view.ClassifiedEvent;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Who is online in this shard, by wall clock: verdicts in, the shard's number of visitors online at
 * a site out, whenever it changes. A site nobody of this shard is online at is handed on as 0.
 *
 * <p>Visitors who leave are deleted and their site's number handed on in one punctuation, thus in
 * one transaction; whoever is still in the store at the start has their site handed on again.
 * Between the two nothing can get lost.
 */
public final class OnlineVisitors
    extends ContextualProcessor<String, ClassifiedEvent, String, ShardOnline> {
  /** "site|visitor" to the time of their newest event, epoch milliseconds; only who is online. */
  public static final String STORE = "online-visitors";

  private static final Duration SWEEP = Duration.ofSeconds(1);

  private final Duration handOver;
  // Made anew by init, which may be called again on the same object.
  private OnlineTimerWheel wheel = new OnlineTimerWheel();

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, Long> store;

  /**
   * Makes the processor of one shard.
   *
   * @param handOver how long changes are gathered before they are handed on
   */
  public OnlineVisitors(Duration handOver) {
    this.handOver = handOver;
  }

  /** The store, to be added to the topology. */
  public static StoreBuilder<KeyValueStore<String, Long>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long());
  }

  @Override
  public void init(ProcessorContext<String, ShardOnline> context) {
    super.init(context);
    wheel = new OnlineTimerWheel();
    store = context.getStateStore(STORE);
    try (var all = store.all()) {
      all.forEachRemaining(entry -> wheel.restore(entry.key, entry.value));
    }
    context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    context.schedule(handOver, PunctuationType.WALL_CLOCK_TIME, this::handOn);
  }

  @Override
  public void process(Record<String, ClassifiedEvent> record) {
    ClassifiedEvent classifiedEvent = record.value();
    if (classifiedEvent.keepsOnline()) {
      long now = context().currentSystemTimeMs();
      Long at = wheel.seen(record.key(), classifiedEvent.at().toEpochMilli(), now);
      if (at != null) {
        store.put(record.key(), at);
      }
    }
  }

  private void sweep(long now) {
    wheel.expire(now).forEach(store::delete);
    handOn(now);
  }

  private void handOn(long now) {
    int shard = context().taskId().partition();
    for (String site : wheel.takeChanged()) {
      var part = new ShardOnline(site, shard, wheel.online(site));
      context().forward(new Record<>(site, part, now));
    }
  }
}
