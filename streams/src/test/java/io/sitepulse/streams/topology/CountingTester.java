package io.sitepulse.streams.topology;

import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.counter.SiteStores;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.outbox.ThrottledOutbox;
import io.sitepulse.streams.partition.Partitions;
import io.sitepulse.streams.poll.ShardTallyProcessor;
import io.sitepulse.streams.poll.TallyAggregator;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.streams.runner.RocksDbMemoryLimit;
import io.sitepulse.streams.runner.StreamsProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/** Runs the whole topology without a broker, with one partition and a wall clock of its own. */
public final class CountingTester implements AutoCloseable {
  private static final Duration OUTBOX_INTERVAL = Duration.ofMillis(25);

  private static final Duration CLOCKS_DIFFER = Duration.ofHours(12);
  private static final List<String> THROTTLED =
      List.of(
          ShardDays.NAME,
          SiteStores.DAYS,
          SiteStores.COUNTERS,
          ShardTallyProcessor.STORE,
          TallyAggregator.TALLIES);

  private final RocksDbMemoryLimit memory = new RocksDbMemoryLimit(32);
  private final TopologyTestDriver driver;
  private final Map<String, SiteCounters> counters = new HashMap<>();
  private final Map<String, SiteDay> days = new HashMap<>();
  private final Map<String, PollTally> tallies = new HashMap<>();
  private final List<RejectedEvent> rejected = new ArrayList<>();
  private int written;
  private Instant now;

  private CountingTester(Instant now, CountingMetrics metrics) {
    this.now = now;
    var one = new Partitions(1);
    var topology = new StreamsTopology(metrics, one, one, OUTBOX_INTERVAL).build();
    this.driver = new TopologyTestDriver(topology, properties(memory), now);
  }

  public static CountingTester startAt(Instant now) {
    return new CountingTester(now, CountingMetrics.NONE);
  }

  public static CountingTester startAt(Instant now, CountingMetrics metrics) {
    return new CountingTester(now, metrics);
  }

  private static Properties properties(RocksDbMemoryLimit memory) {
    var client = new Properties();
    client.put("bootstrap.servers", "unused:9092");
    var settings = Settings.load(null, Map.of("SITEPULSE_STREAMS_STATE_DIR", "target/test-state"));
    return StreamsProperties.of(CountingConfig.from(settings), client, memory);
  }

  /** Time of the wall clock. */
  public Instant now() {
    return now;
  }

  /** Sends events. One that is received much later than now first advances the wall clock. */
  public CountingTester send(PageView... events) {
    for (PageView event : events) {
      if (event.received().isAfter(now.plus(CLOCKS_DIFFER))) {
        advance(Duration.between(now, event.received()));
      }
      byte[] bytes = EventPack.of(List.of(EventPack.entry(event)));
      sendBytes(Topics.PAGE_VIEWS, "", bytes, event.received());
    }
    return this;
  }

  /** Sends events in one record. */
  public CountingTester sendPack(Events... events) {
    List<byte[]> entries = Stream.of(events).map(Events::build).map(EventPack::entry).toList();
    return sendBytes(Topics.PAGE_VIEWS, "", EventPack.of(entries), now);
  }

  /** Sends an event as versions before packs did. */
  public CountingTester sendJson(PageView event, Instant time) {
    byte[] bytes = Topics.PAGE_VIEWS.value().serializer().serialize("", event);
    return sendBytes(Topics.PAGE_VIEWS, Topics.keyOf(event), bytes, time);
  }

  public CountingTester send(Events... events) {
    for (Events event : events) {
      send(event.build());
    }
    return this;
  }

  public CountingTester vote(PollVote... votes) {
    for (PollVote vote : votes) {
      byte[] bytes = Topics.POLL_VOTES.value().serializer().serialize("", vote);
      sendBytes(Topics.POLL_VOTES, Topics.key(vote.poll(), vote.voter()), bytes, vote.at());
    }
    return this;
  }

  public CountingTester importDays(ImportedDay... days) {
    for (ImportedDay day : days) {
      importDays(day.key().toString(), day);
    }
    return this;
  }

  public CountingTester importDays(String key, ImportedDay day) {
    byte[] bytes = Topics.IMPORTED_DAYS.value().serializer().serialize("", day);
    return sendBytes(Topics.IMPORTED_DAYS, key, bytes, now);
  }

  public CountingTester deleteDay(String key) {
    return sendBytes(Topics.IMPORTED_DAYS, key, null, now);
  }

  public CountingTester define(Poll poll) {
    byte[] bytes = Topics.POLLS.value().serializer().serialize("", poll);
    return sendBytes(Topics.POLLS, poll.id(), bytes, now);
  }

  public CountingTester sendText(Topic<?> topic, String key, String text) {
    return sendBytes(topic, key, text.getBytes(StandardCharsets.UTF_8), now);
  }

  public CountingTester sendBytes(
      Topic<?> topic, @Nullable String key, byte @Nullable [] bytes, Instant time) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, bytes, time);
    return this;
  }

  /** Advances the wall clock and reads the output topics. */
  public CountingTester advance(Duration time) {
    driver.advanceWallClockTime(time);
    now = now.plus(time);
    readOutput();
    return this;
  }

  /** Advances the wall clock until all pending output is emitted. */
  public CountingTester settle() {
    do {
      advance(OUTBOX_INTERVAL).advance(OUTBOX_INTERVAL).advance(OUTBOX_INTERVAL);
    } while (THROTTLED.stream().anyMatch(this::isPending));
    return this;
  }

  private boolean isPending(String store) {
    try (var keys = driver.getKeyValueStore(ThrottledOutbox.outboxOf(store)).all()) {
      return keys.hasNext();
    }
  }

  /** Counters of a site after all output is emitted. */
  public SiteCounters counters(String site) {
    settle();
    return counters.getOrDefault(site, SiteCounters.none(site));
  }

  /** Totals and ledger of a day that has events, after all output is emitted. */
  public SiteDay day(String site, String day) {
    settle();
    SiteDay known = days.get(Topics.key(site, LocalDate.parse(day).toString()));
    if (known == null) {
      throw new AssertionError("no output for " + site + " on " + day);
    }
    return known;
  }

  /** Totals and ledgers of all days that have events, after all output is emitted. */
  public Map<String, SiteDay> days() {
    settle();
    return days;
  }

  public PollTally tally(String poll) {
    settle();
    return tallies.getOrDefault(poll, PollTally.none(poll));
  }

  public List<RejectedEvent> rejected() {
    settle();
    return rejected;
  }

  /** Number of records written to the counters topic so far. */
  public int written() {
    return written;
  }

  private void readOutput() {
    output(Topics.SITE_COUNTERS)
        .readKeyValuesToList()
        .forEach(
            entry -> {
              counters.put(entry.key, entry.value);
              written++;
            });
    output(Topics.SITE_DAYS)
        .readKeyValuesToList()
        .forEach(entry -> days.put(entry.key, entry.value));
    output(Topics.POLL_TALLIES)
        .readKeyValuesToList()
        .forEach(entry -> tallies.put(entry.key, entry.value));
    rejected.addAll(output(Topics.REJECTED_EVENTS).readValuesToList());
  }

  private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.key().deserializer(), topic.value().deserializer());
  }

  @Override
  public void close() {
    driver.close();
    memory.close();
  }
}
