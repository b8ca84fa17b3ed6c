package io.sitepulse.streams.topology;

import io.sitepulse.runtime.kafka.JsonSerde;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.counter.ShardOnline;
import io.sitepulse.streams.counter.ShardPart;
import io.sitepulse.streams.counter.ShardParts;
import io.sitepulse.streams.counter.ShardPartsSerde;
import io.sitepulse.streams.counter.SiteAggregator;
import io.sitepulse.streams.counter.SiteStores;
import io.sitepulse.streams.counter.SiteUpdate;
import io.sitepulse.streams.imported.ImportedDayProcessor;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.online.OnlineVisitors;
import io.sitepulse.streams.outbox.ThrottledOutbox;
import io.sitepulse.streams.partition.Partitions;
import io.sitepulse.streams.poll.ClassifiedVote;
import io.sitepulse.streams.poll.PollTable;
import io.sitepulse.streams.poll.ShardTally;
import io.sitepulse.streams.poll.ShardTallyProcessor;
import io.sitepulse.streams.poll.TallyAggregator;
import io.sitepulse.streams.poll.VoteClassifier;
import io.sitepulse.streams.rejected.Classified;
import io.sitepulse.streams.view.DepartureReader;
import io.sitepulse.streams.view.EventClassifier;
import io.sitepulse.streams.view.SeenIds;
import io.sitepulse.streams.view.ShardEvents;
import io.sitepulse.streams.view.ShardEventsSerde;
import io.sitepulse.streams.visit.VisitSessionizer;
import io.sitepulse.streams.visit.VisitorDays;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The topology of the counting. Each statement of {@link #build} is an arrow of the diagram in the
 * README.
 */
public final class StreamsTopology {
  /** Names of the topics whose records are counted, without the internal ones. */
  public static final List<String> INPUTS =
      Stream.of(
              Topics.PAGE_VIEWS, Topics.VISITOR_DEPARTURES, Topics.IMPORTED_DAYS, Topics.POLL_VOTES)
          .<String>map(Topic::name)
          .toList();

  /** Time in which the parts of a key arrive that all shards emit at once: some commits. */
  private static final Duration AFTER_SHARDS = Duration.ofMillis(200);

  private final CountingMetrics metrics;
  private final Partitions visitors;
  private final Partitions sites;
  private final Duration outboxInterval;

  /**
   * Creates the definition. Nothing runs.
   *
   * @param metrics counts every event and vote
   * @param visitors the partitions of visitors, which are the shards
   * @param sites the partitions of sites
   * @param outboxInterval shortest time between two outputs of the same total
   */
  public StreamsTopology(
      CountingMetrics metrics, Partitions visitors, Partitions sites, Duration outboxInterval) {
    this.metrics = metrics;
    this.visitors = visitors;
    this.sites = sites;
    this.outboxInterval = outboxInterval;
  }

  /** Names of the window stores with a changelog, and for how long each retains a window. */
  public static Map<String, Duration> windowStores() {
    var stores = new HashMap<>(SeenIds.retained());
    stores.put(VisitorDays.NAME, VisitorDays.RETENTION);
    return Map.copyOf(stores);
  }

  /** Builds the topology. */
  public Topology build() {
    var builder = new StreamsBuilder();
    stores().forEach(builder::addStateStore);
    var classifiedEvents = classifyEvents(builder);
    var importedDays = importDays(builder);
    var shardDays = aggregateDays(classifiedEvents);
    var shardOnline = countOnline(classifiedEvents);
    aggregateSites(shardParts(shardDays, importedDays, shardOnline));
    var classifiedVotes = classifyVotes(builder);
    aggregateTallies(tallyShards(classifiedVotes));
    return builder.build();
  }

  private KStream<String, ShardEvents> classifyEvents(StreamsBuilder builder) {
    var pageViews = builder.stream(Topics.PAGE_VIEWS.name(), bytes("page-views"));
    var classified =
        pageViews.process(
            () -> new EventClassifier(metrics, visitors), Named.as("judge-views"), SeenIds.names());
    writeRejected(classified, "views");
    var departures =
        builder.stream(Topics.VISITOR_DEPARTURES.name(), bytes("visitor-departures"))
            .process(() -> new DepartureReader(visitors), Named.as("read-departures"));
    return classified
        .flatMapValues(Classified::results, Named.as("verdicts"))
        .merge(departures, Named.as("verdicts-and-departures"))
        .repartition(
            repartitioned("by-visitor", new ShardEventsSerde())
                .withStreamPartitioner(Partitions.byRecordKey()));
  }

  private KStream<String, ShardDay> importDays(StreamsBuilder builder) {
    var records = builder.stream(Topics.IMPORTED_DAYS.name(), bytes("imported-days"));
    var classified = records.process(ImportedDayProcessor::new, Named.as("import-days"));
    writeRejected(classified, "days");
    return classified.flatMapValues(Classified::results, Named.as("readable-days"));
  }

  private KStream<String, List<KeyValue<String, ShardDay>>> aggregateDays(
      KStream<String, ShardEvents> classifiedEvents) {
    var shardDays =
        classifiedEvents.process(
            VisitSessionizer::new, Named.as("visitor-activity"), VisitorDays.NAME, ShardDays.NAME);
    return throttle(shardDays, ShardDays.NAME, Duration.ZERO);
  }

  private KStream<String, List<KeyValue<String, ShardOnline>>> countOnline(
      KStream<String, ShardEvents> classifiedEvents) {
    return classifiedEvents.process(
        () -> new OnlineVisitors(outboxInterval),
        Named.as("online-visitors"),
        OnlineVisitors.STORE,
        VisitorDays.NAME);
  }

  private KStream<String, ShardParts> shardParts(
      KStream<String, List<KeyValue<String, ShardDay>>> shardDays,
      KStream<String, ShardDay> importedDays,
      KStream<String, List<KeyValue<String, ShardOnline>>> shardOnline) {
    var dayParts = shardDays.flatMap((key, days) -> divide(values(days)), Named.as("shard-days"));
    var importedParts =
        importedDays.flatMap((key, day) -> divide(List.of(day)), Named.as("imported-parts"));
    var onlineParts =
        shardOnline.flatMap((key, parts) -> divide(values(parts)), Named.as("shard-online"));
    return dayParts
        .merge(importedParts, Named.as("counted-and-imported"))
        .merge(onlineParts, Named.as("shard-parts"))
        .repartition(
            repartitioned("by-site", new ShardPartsSerde())
                .withStreamPartitioner(Partitions.byRecordKey())
                .withNumberOfPartitions(sites.count()));
  }

  private List<KeyValue<String, ShardParts>> divide(List<? extends ShardPart> parts) {
    return ShardParts.divide(parts, sites);
  }

  private static <V> List<V> values(List<KeyValue<String, V>> entries) {
    return entries.stream().map(entry -> entry.value).toList();
  }

  private void aggregateSites(KStream<String, ShardParts> shardParts) {
    var siteUpdates =
        shardParts.process(
            SiteAggregator::new,
            Named.as("sum-sites"),
            SiteStores.SHARD_DAYS,
            SiteStores.SHARD_ONLINE,
            SiteStores.DAYS,
            SiteStores.COUNTERS);
    var siteDays = siteUpdates.flatMap((site, update) -> update.days(), Named.as("changed-days"));
    write(throttle(siteDays, SiteStores.DAYS, AFTER_SHARDS), Topics.SITE_DAYS);
    var siteCounters =
        siteUpdates.flatMapValues(SiteUpdate::changedCounters, Named.as("changed-counters"));
    write(throttle(siteCounters, SiteStores.COUNTERS, AFTER_SHARDS), Topics.SITE_COUNTERS);
  }

  private KStream<String, ClassifiedVote> classifyVotes(StreamsBuilder builder) {
    builder.addGlobalStore(
        PollTable.builder(), Topics.POLLS.name(), bytes("polls"), PollTable.Writer::new);
    var pollVotes = builder.stream(Topics.POLL_VOTES.name(), bytes("poll-votes"));
    var classified =
        pollVotes.process(
            () -> new VoteClassifier(metrics), Named.as("judge-votes"), VoteClassifier.STORE);
    writeRejected(classified, "votes");
    return classified.flatMapValues(Classified::results, Named.as("ballots"));
  }

  private KStream<String, ShardTally> tallyShards(KStream<String, ClassifiedVote> classifiedVotes) {
    var shardTallies =
        classifiedVotes.process(
            ShardTallyProcessor::new, Named.as("tally-shard"), ShardTallyProcessor.STORE);
    return throttle(shardTallies, ShardTallyProcessor.STORE, Duration.ZERO)
        .flatMap((round, tallies) -> tallies, Named.as("shard-tally"))
        .repartition(repartitioned("by-poll", new JsonSerde<>(ShardTally.class)));
  }

  private void aggregateTallies(KStream<String, ShardTally> shardTallies) {
    var pollTallies =
        shardTallies.process(
            TallyAggregator::new,
            Named.as("sum-tallies"),
            TallyAggregator.PARTS,
            TallyAggregator.TALLIES);
    write(throttle(pollTallies, TallyAggregator.TALLIES, AFTER_SHARDS), Topics.POLL_TALLIES);
  }

  private static <V> void writeRejected(KStream<String, Classified<V>> classified, String source) {
    var rejected = classified.flatMapValues(Classified::rejections, Named.as("rejected-" + source));
    rejected.to(
        Topics.REJECTED_EVENTS.name(),
        produced(Topics.REJECTED_EVENTS, "rejected-" + source + "-topic"));
  }

  private <V> KStream<String, List<KeyValue<String, V>>> throttle(
      KStream<String, V> stream, String store, Duration delay) {
    return stream.process(
        () -> new ThrottledOutbox<V>(store, outboxInterval, delay),
        Named.as("hand-over-" + store),
        store,
        ThrottledOutbox.outboxOf(store));
  }

  private static <V> void write(KStream<String, List<KeyValue<String, V>>> rounds, Topic<V> topic) {
    var states = rounds.flatMap((round, all) -> all, Named.as("changed-" + topic.name()));
    states.to(topic.name(), produced(topic, topic.name() + "-topic"));
  }

  private static List<StoreBuilder<?>> stores() {
    var throttled =
        Stream.of(
            ShardDays.NAME,
            SiteStores.DAYS,
            SiteStores.COUNTERS,
            ShardTallyProcessor.STORE,
            TallyAggregator.TALLIES);
    var singles =
        Stream.of(
            VisitorDays.builder(),
            ShardDays.builder(),
            OnlineVisitors.builder(),
            VoteClassifier.builder(),
            ShardTallyProcessor.builder());
    var totals = Stream.concat(SiteStores.builders().stream(), TallyAggregator.builders().stream());
    var ids = SeenIds.builders().stream();
    return Stream.of(ids, singles, totals, throttled.map(ThrottledOutbox::outbox))
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
