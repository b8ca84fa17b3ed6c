package io.sitepulse.streams.poll;

import io.sitepulse.runtime.kafka.JsonSerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts the votes of this shard. For each classified vote it forwards the new tally of the shard
 * for the poll.
 */
public final class ShardTallyProcessor
    extends ContextualProcessor<String, ClassifiedVote, String, ShardTally> {
  /** Poll id to the tally of this shard. The store is small and retained for ever. */
  public static final String STORE = "shard-tallies";

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, ShardTally> tallies;

  /** Returns the builder of the store. */
  public static StoreBuilder<KeyValueStore<String, ShardTally>> builder() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE),
            Serdes.String(),
            new JsonSerde<>(ShardTally.class))
        .withCachingEnabled();
  }

  @Override
  public void init(ProcessorContext<String, ShardTally> context) {
    super.init(context);
    tallies = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, ClassifiedVote> record) {
    String poll = record.value().poll();
    ShardTally known = tallies.get(poll);
    ShardTally before =
        known == null ? ShardTally.none(poll, context().taskId().partition()) : known;
    ShardTally after = before.plus(record.value());
    tallies.put(poll, after);
    context().forward(record.withKey(poll).withValue(after));
  }
}
