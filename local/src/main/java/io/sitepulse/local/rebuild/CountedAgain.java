package io.sitepulse.local.rebuild;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Handle;

/** What counting has written until now: the days of all sites and the tallies of all polls. */
final class CountedAgain implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration STILL = Duration.ofMinutes(2);
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  /** Columns of the sums and of the ledger. */
  private static final List<String> DAY =
      List.of(
          "views",
          "visits",
          "visitors",
          "engaged_ms",
          "received",
          "counted_heartbeats",
          "duplicates",
          "bots");

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, SiteDay> days = new HashMap<>();
  private final Map<String, PollTally> polls = new HashMap<>();

  /** Sums of the ledgers. There may be millions of days, and each record would add all of them. */
  private long events;

  private long votes;

  CountedAgain(KafkaConfig kafka) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        List.of(Topics.SITE_DAYS.name(), Topics.POLL_TALLIES.name()).stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList());
  }

  /**
   * Waits until the ledgers have as many events and votes.
   *
   * @throws StartException if nothing is counted for two minutes
   */
  void await(long events, long votes) {
    long progress = System.nanoTime();
    while (this.events < events || this.votes < votes) {
      if (read() > 0) {
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > STILL.toNanos()) {
        throw new StartException(
            "counting stands still: %d of %d events and %d of %d votes"
                .formatted(this.events, events, this.votes, votes));
      }
    }
  }

  private int read() {
    var records = consumer.poll(POLL);
    for (var record : records) {
      if (record.topic().equals(Topics.SITE_DAYS.name())) {
        SiteDay day = value(Topics.SITE_DAYS.value(), record.value());
        SiteDay before = days.put(record.key(), day);
        events += day.ledger().received() - (before == null ? 0 : before.ledger().received());
      } else {
        PollTally poll = value(Topics.POLL_TALLIES.value(), record.value());
        PollTally before = polls.put(record.key(), poll);
        votes += poll.ledger().received() - (before == null ? 0 : before.ledger().received());
      }
    }
    return records.count();
  }

  private static <V> V value(Serde<V> serde, byte[] bytes) {
    return serde.deserializer().deserialize("", bytes);
  }

  /**
   * Compares with what ClickHouse has.
   *
   * @return a line for each day of a site and each poll that differs, sorted
   */
  SortedSet<String> differences(Handle handle) {
    var stored = new TreeMap<String, String>();
    handle
        .createQuery(StoredDefinitions.sql("site_days.sql"))
        .map(
            (row, context) ->
                stored.put(Topics.key(row.getString("site"), row.getString("date")), figures(row)))
        .list();
    handle
        .createQuery(StoredDefinitions.sql("poll_tallies.sql"))
        .map(
            (row, context) ->
                stored.put(
                    row.getString("poll"),
                    ballots(StoredDefinitions.json(row.getString("ballots"), COUNTS))))
        .list();
    var counted = new HashMap<String, String>();
    days.forEach((key, day) -> counted.put(key, figures(day)));
    polls.forEach((poll, tally) -> counted.put(poll, ballots(tally.ballots())));

    var differences = new TreeSet<String>();
    stored.forEach(
        (key, figures) -> {
          String now = counted.getOrDefault(key, "nothing");
          if (!now.equals(figures)) {
            differences.add("%s: was %s; is %s".formatted(key, figures, now));
          }
        });
    return differences;
  }

  private static String figures(ResultSet row) throws SQLException {
    var figures = new StringJoiner(", ");
    for (String column : DAY) {
      figures.add(column + " " + row.getLong(column));
    }
    return figures
        + ", rejected "
        + new TreeMap<>(StoredDefinitions.json(row.getString("rejected"), COUNTS));
  }

  private static String figures(SiteDay day) {
    DaySums sums = day.sums();
    Ledger ledger = day.ledger();
    long[] values = {
      sums.views(),
      sums.visits(),
      sums.visitors(),
      sums.engagedMs(),
      ledger.received(),
      ledger.heartbeats(),
      ledger.duplicates(),
      ledger.bots()
    };
    var figures = new StringJoiner(", ");
    for (int i = 0; i < values.length; i++) {
      figures.add(DAY.get(i) + " " + values[i]);
    }
    var rejected = new TreeMap<String, Long>();
    ledger.rejected().forEach((reason, count) -> rejected.put(reason.label(), count));
    return figures + ", rejected " + rejected;
  }

  private static String ballots(Map<String, Long> ballots) {
    return "ballots " + new TreeMap<>(ballots);
  }

  /** Number of days of sites, and of polls. */
  String summary() {
    return "%,d days of sites and %,d polls".formatted(days.size(), polls.size());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
