package io.sitepulse.streams.topology;

import io.sitepulse.runtime.kafka.JsonSerde;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.counter.ShardPart;
import io.sitepulse.streams.counter.SiteAggregator;
import io.sitepulse.streams.counter.SiteStores;
import io.sitepulse.streams.counter.SiteUpdate;
import io.sitepulse.streams.imported.ImportedDayProcessor;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.online.OnlineVisitors;
import io.sitepulse.streams.outbox.ThrottledOutbox;
import io.sitepulse.streams.poll.ClassifiedVote;
import io.sitepulse.streams.poll.PollTable;
import io.sitepulse.streams.poll.ShardTally;
import io.sitepulse.streams.poll.ShardTallyProcessor;
import io.sitepulse.streams.poll.TallyAggregator;
import io.sitepulse.streams.poll.VoteClassifier;
import io.sitepulse.streams.rejected.Classified;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.ClassifiedEventSerde;
import io.sitepulse.streams.view.EventClassifier;
import io.sitepulse.streams.view.SeenIds;
import io.sitepulse.streams.visit.VisitSessionizer;
import io.sitepulse.streams.visit.VisitorDays;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The counting, as one reads it in the README: each statement of {@link #build} is an arrow there.
 */
public final class StreamsTopology {
  private final CountingMetrics metrics;
  private final Duration handOver;

  /**
   * Makes the definition; nothing runs.
   *
   * @param metrics told of every event and vote
   * @param handOver how long states are gathered before they are handed on
   */
  public StreamsTopology(CountingMetrics metrics, Duration handOver) {
    this.metrics = metrics;
    this.handOver = handOver;
  }

  /** The topology. */
  public Topology build() {
    var builder = new StreamsBuilder();
    stores().forEach(builder::addStateStore);
    var verdicts = judgeViews(builder);
    var imported = importDays(builder);
    var shardParts = sumShards(verdicts, imported);
    sumSites(shardParts);
    var ballots = judgeVotes(builder);
    var shardTallies = tallyShards(ballots);
    sumTallies(shardTallies);
    return builder.build();
  }

  private KStream<String, ClassifiedEvent> judgeViews(StreamsBuilder builder) {
    var pageViews = builder.stream(Topics.PAGE_VIEWS.name(), bytes("page-views"));
    var classified =
        pageViews.process(
            () -> new EventClassifier(metrics), Named.as("judge-views"), SeenIds.NAME);
    keepRejected(classified, "views");
    return classified
        .flatMapValues(Classified::verdicts, Named.as("verdicts"))
        .repartition(repartitioned("by-visitor", new ClassifiedEventSerde()));
  }

  private KStream<String, ShardDay> importDays(StreamsBuilder builder) {
    var importedDays = builder.stream(Topics.IMPORTED_DAYS.name(), bytes("imported-days"));
    var classified = importedDays.process(ImportedDayProcessor::new, Named.as("import-days"));
    keepRejected(classified, "days");
    return classified.flatMapValues(Classified::verdicts, Named.as("imported-parts"));
  }

  private KStream<String, ShardPart> sumShards(
      KStream<String, ClassifiedEvent> verdicts, KStream<String, ShardDay> imported) {
    var visitorActivity =
        verdicts.process(
            VisitSessionizer::new, Named.as("visitor-activity"), VisitorDays.NAME, ShardDays.NAME);
    var shardDays =
        handOver(visitorActivity, ShardDays.NAME)
            .merge(imported, Named.as("counted-and-imported"))
            .<ShardPart>mapValues(day -> day, Named.as("shard-day-parts"));
    var shardOnline =
        verdicts
            .process(
                () -> new OnlineVisitors(handOver),
                Named.as("online-visitors"),
                OnlineVisitors.STORE)
            .<ShardPart>mapValues(online -> online, Named.as("shard-online-parts"));
    return shardDays
        .merge(shardOnline, Named.as("shard-parts"))
        .selectKey((key, part) -> part.site(), Named.as("part-by-site"))
        .repartition(repartitioned("by-site", new JsonSerde<>(ShardPart.class)));
  }

  private void sumSites(KStream<String, ShardPart> shardParts) {
    var siteUpdates =
        shardParts.process(
            SiteAggregator::new,
            Named.as("sum-sites"),
            SiteStores.SHARD_DAYS,
            SiteStores.SHARD_ONLINE,
            SiteStores.DAYS,
            SiteStores.COUNTERS);
    var siteDays = siteUpdates.flatMap((site, update) -> update.days(), Named.as("changed-days"));
    write(handOver(siteDays, SiteStores.DAYS), Topics.SITE_DAYS);
    var siteCounters = siteUpdates.mapValues(SiteUpdate::counters, Named.as("changed-counters"));
    write(handOver(siteCounters, SiteStores.COUNTERS), Topics.SITE_COUNTERS);
  }

  private KStream<String, ClassifiedVote> judgeVotes(StreamsBuilder builder) {
    builder.globalTable(
        Topics.POLLS.name(),
        bytes("polls"),
        Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as(PollTable.STORE));
    var pollVotes = builder.stream(Topics.POLL_VOTES.name(), bytes("poll-votes"));
    var classified =
        pollVotes.process(
            () -> new VoteClassifier(metrics), Named.as("judge-votes"), VoteClassifier.STORE);
    keepRejected(classified, "votes");
    return classified.flatMapValues(Classified::verdicts, Named.as("ballots"));
  }

  private KStream<String, ShardTally> tallyShards(KStream<String, ClassifiedVote> ballots) {
    var shardTallies =
        ballots.process(
            ShardTallyProcessor::new, Named.as("tally-shard"), ShardTallyProcessor.STORE);
    return handOver(shardTallies, ShardTallyProcessor.STORE)
        .repartition(repartitioned("by-poll", new JsonSerde<>(ShardTally.class)));
  }

  private void sumTallies(KStream<String, ShardTally> shardTallies) {
    var pollTallies =
        shardTallies.process(
            TallyAggregator::new,
            Named.as("sum-tallies"),
            TallyAggregator.PARTS,
            TallyAggregator.TALLIES);
    write(handOver(pollTallies, TallyAggregator.TALLIES), Topics.POLL_TALLIES);
  }

  private static <V> void keepRejected(KStream<String, Classified<V>> classified, String what) {
    var rejected = classified.flatMapValues(Classified::rejections, Named.as("rejected-" + what));
    rejected.to(
        Topics.REJECTED_EVENTS.name(),
        produced(Topics.REJECTED_EVENTS, "rejected-" + what + "-topic"));
  }

  private <V> KStream<String, V> handOver(KStream<String, V> states, String store) {
    return states.process(
        () -> new ThrottledOutbox<V>(store, handOver),
        Named.as("hand-over-" + store),
        store,
        ThrottledOutbox.outboxOf(store));
  }

  private static <V> void write(KStream<String, V> states, Topic<V> topic) {
    states.to(topic.name(), produced(topic, topic.name() + "-topic"));
  }

  private static List<StoreBuilder<?>> stores() {
    var handedOver =
        Stream.of(
            ShardDays.NAME,
            SiteStores.DAYS,
            SiteStores.COUNTERS,
            ShardTallyProcessor.STORE,
            TallyAggregator.TALLIES);
    var alone =
        Stream.of(
            SeenIds.builder(),
            VisitorDays.builder(),
            ShardDays.builder(),
            OnlineVisitors.builder(),
            VoteClassifier.builder(),
            ShardTallyProcessor.builder());
    var sums = Stream.concat(SiteStores.builders().stream(), TallyAggregator.builders().stream());
    return Stream.of(alone, sums, handedOver.map(ThrottledOutbox::outbox))
        .<StoreBuilder<?>>flatMap(s -> s)
        .toList();
  }

  private static Consumed<String, byte[]> bytes(String name) {
    return Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(name);
  }

  private static <V> Produced<String, V> produced(Topic<V> topic, String name) {
    return Produced.<String, V>as(name).withKeySerde(topic.key()).withValueSerde(topic.value());
  }

  private static <V> Repartitioned<String, V> repartitioned(String name, Serde<V> value) {
    return Repartitioned.<String, V>as(name).withKeySerde(Serdes.String()).withValueSerde(value);
  }
}
