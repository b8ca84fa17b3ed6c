package io.sitepulse.streams.poll;

import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.runtime.kafka.JsonSerde;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Sums the tallies of all shards. For each part it forwards the new tally of the poll. */
public final class TallyAggregator
    extends ContextualProcessor<String, ShardTally, String, PollTally> {
  /** "poll|shard" to the tally of the shard. The store is small and retained for ever. */
  public static final String PARTS = "poll-shard-tallies";

  /** Poll id to its tally. The store is small and retained for ever. */
  public static final String TALLIES = "poll-tallies";

  @SuppressWarnings("NullAway.Init") // set by init, which the framework calls first
  private KeyValueStore<String, ShardTally> parts;

  @SuppressWarnings("NullAway.Init") // as above
  private KeyValueStore<String, PollTally> tallies;

  /** Returns the builders of the stores. */
  public static List<StoreBuilder<?>> builders() {
    return List.of(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(PARTS),
                Serdes.String(),
                new JsonSerde<>(ShardTally.class))
            .withCachingEnabled(),
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(TALLIES),
                Serdes.String(),
                new JsonSerde<>(PollTally.class))
            .withCachingEnabled());
  }

  @Override
  public void init(ProcessorContext<String, PollTally> context) {
    super.init(context);
    parts = context.getStateStore(PARTS);
    tallies = context.getStateStore(TALLIES);
  }

  @Override
  public void process(Record<String, ShardTally> record) {
    ShardTally part = record.value();
    ShardTally known = parts.get(part.partKey());
    ShardTally before = known == null ? ShardTally.none(part.poll(), part.shard()) : known;
    PollTally tally = tallies.get(part.poll());
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    PollTally after =
        replacePart(tally == null ? PollTally.none(part.poll()) : tally, before, part, now);
    parts.put(part.partKey(), part);
    tallies.put(part.poll(), after);
    context().forward(record.withKey(part.poll()).withValue(after));
  }

  /** Returns the tally of the poll with the part of one shard replaced. */
  static PollTally replacePart(PollTally tally, ShardTally before, ShardTally after, Instant now) {
    var ballots = new TreeMap<>(tally.ballots());
    before.ballots().forEach((option, count) -> ShardTally.add(ballots, option, -count));
    after.ballots().forEach((option, count) -> ShardTally.add(ballots, option, count));
    var ledger = tally.ledger().minus(before.ledger()).plus(after.ledger());
    // Consumers compare versions: a clock set back must not make a newer tally look older.
    Instant asOf = tally.asOf().isAfter(now) ? tally.asOf() : now;
    long setAside = tally.setAside() - before.setAside() + after.setAside();
    return new PollTally(
        PollTally.VERSION,
        tally.poll(),
        asOf,
        ballots,
        ledger.ballots() - setAside,
        ledger,
        setAside);
  }
}
