package io.sitepulse.streams;

import io.sitepulse.contract.kafka.JsonSerde;
import io.sitepulse.contract.kafka.Topic;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.counter.ShardPart;
import io.sitepulse.streams.counter.SiteStores;
import io.sitepulse.streams.counter.SiteUpdate;
import io.sitepulse.streams.counter.SumSites;
import io.sitepulse.streams.imported.ImportDays;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.online.OnlineVisitors;
import io.sitepulse.streams.poll.BallotVerdict;
import io.sitepulse.streams.poll.JudgeVotes;
import io.sitepulse.streams.poll.PollTable;
import io.sitepulse.streams.poll.ShardTally;
import io.sitepulse.streams.poll.SumTallies;
import io.sitepulse.streams.poll.TallyShard;
import io.sitepulse.streams.rejected.Judged;
import io.sitepulse.streams.view.JudgeViews;
import io.sitepulse.streams.view.SeenIds;
import io.sitepulse.streams.view.Verdict;
import io.sitepulse.streams.view.VerdictSerde;
import io.sitepulse.streams.visit.VisitorActivity;
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

  private KStream<String, Verdict> judgeViews(StreamsBuilder builder) {
    var pageViews = builder.stream(Topics.PAGE_VIEWS.name(), bytes("page-views"));
    var judged =
        pageViews.process(() -> new JudgeViews(metrics), Named.as("judge-views"), SeenIds.NAME);
    keepRejected(judged, "views");
    return judged
        .flatMapValues(Judged::verdicts, Named.as("verdicts"))
        .repartition(repartitioned("by-visitor", new VerdictSerde()));
  }

  private KStream<String, ShardDay> importDays(StreamsBuilder builder) {
    var importedDays = builder.stream(Topics.IMPORTED_DAYS.name(), bytes("imported-days"));
    var judged = importedDays.process(ImportDays::new, Named.as("import-days"));
    keepRejected(judged, "days");
    return judged.flatMapValues(Judged::verdicts, Named.as("imported-parts"));
  }

  private KStream<String, ShardPart> sumShards(
      KStream<String, Verdict> verdicts, KStream<String, ShardDay> imported) {
    var visitorActivity =
        verdicts.process(
            VisitorActivity::new, Named.as("visitor-activity"), VisitorDays.NAME, ShardDays.NAME);
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
            SumSites::new,
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

  private KStream<String, BallotVerdict> judgeVotes(StreamsBuilder builder) {
    builder.globalTable(
        Topics.POLLS.name(),
        bytes("polls"),
        Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as(PollTable.STORE));
    var pollVotes = builder.stream(Topics.POLL_VOTES.name(), bytes("poll-votes"));
    var judged =
        pollVotes.process(() -> new JudgeVotes(metrics), Named.as("judge-votes"), JudgeVotes.STORE);
    keepRejected(judged, "votes");
    return judged.flatMapValues(Judged::verdicts, Named.as("ballots"));
  }

  private KStream<String, ShardTally> tallyShards(KStream<String, BallotVerdict> ballots) {
    var shardTallies = ballots.process(TallyShard::new, Named.as("tally-shard"), TallyShard.STORE);
    return handOver(shardTallies, TallyShard.STORE)
        .repartition(repartitioned("by-poll", new JsonSerde<>(ShardTally.class)));
  }

  private void sumTallies(KStream<String, ShardTally> shardTallies) {
    var pollTallies =
        shardTallies.process(
            SumTallies::new, Named.as("sum-tallies"), SumTallies.PARTS, SumTallies.TALLIES);
    write(handOver(pollTallies, SumTallies.TALLIES), Topics.POLL_TALLIES);
  }

  private static <V> void keepRejected(KStream<String, Judged<V>> judged, String what) {
    var rejected = judged.flatMapValues(Judged::rejections, Named.as("rejected-" + what));
    rejected.to(
        Topics.REJECTED_EVENTS.name(),
        produced(Topics.REJECTED_EVENTS, "rejected-" + what + "-topic"));
  }

  private <V> KStream<String, V> handOver(KStream<String, V> states, String store) {
    return states.process(
        () -> new HandOver<V>(store, handOver),
        Named.as("hand-over-" + store),
        store,
        HandOver.outboxOf(store));
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
            TallyShard.STORE,
            SumTallies.TALLIES);
    var alone =
        Stream.of(
            SeenIds.builder(),
            VisitorDays.builder(),
            ShardDays.builder(),
            OnlineVisitors.builder(),
            JudgeVotes.builder(),
            TallyShard.builder());
    var sums = Stream.concat(SiteStores.builders().stream(), SumTallies.builders().stream());
    return Stream.of(alone, sums, handedOver.map(HandOver::outbox))
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
