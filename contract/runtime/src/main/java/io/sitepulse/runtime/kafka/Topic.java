package io.sitepulse.runtime.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A topic with its name, serdes and broker settings.
 *
 * @param name full name
 * @param value serde of the values. Keys are text.
 * @param single true if the topic always has one partition, because the order of all records
 *     matters
 * @param config topic settings as the broker names them
 * @param kept how long streams keeps a record before it deletes it, or null if only the broker
 *     deletes
 */
public record Topic<V>(
    String name,
    Serde<V> value,
    boolean single,
    Map<String, String> config,
    @Nullable Duration kept) {
  /** Broker setting: age at which it deletes a record, by its own clock. */
  public static final String RETENTION = "retention.ms";

  /**
   * Age at which a broker deletes records that streams deletes long before. Streams knows what was
   * counted, and compares two clocks. A broker alone, whose clock is a month ahead, would delete
   * events before they are counted. Topics with another age than this one, set by an operator, are
   * left to the broker.
   */
  public static final Duration LEFT_BEHIND = Duration.ofDays(400);

  /**
   * Setting of all topics. By default a broker whose clock is more than an hour behind refuses
   * records, so that counting ends and requests are answered 503.
   */
  private static final String AFTER_MAX = "message.timestamp.after.max.ms";

  private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

  /**
   * Limit of topics that are deleted by age and that other machines than streams write. A record
   * from a clock that is ahead keeps all later ones from being deleted until that time has come.
   * The counting rejects events that are further ahead, see {@code ViewRules.MAX_AHEAD}: answered
   * 503, they are sent again.
   */
  private static final String A_DAY = millis(Duration.ofHours(24));

  public Topic {
    config = Map.copyOf(config);
  }

  /** A topic from which only the broker deletes. */
  public Topic(String name, Serde<V> value, boolean single, Map<String, String> config) {
    this(name, value, single, config, null);
  }

  /** Serde of the keys. */
  public Serde<String> key() {
    return Serdes.String();
  }

  /** A topic of what collectors and dashboards accept, deleted after its counting. */
  static <V> Topic<V> accepted(String name, Class<V> type, Duration kept) {
    return new Topic<>(
        "sitepulse." + name, new JsonSerde<>(type), false, untilDeleted(A_DAY), kept);
  }

  /** A topic that streams writes and that is deleted by age. */
  static <V> Topic<V> results(String name, Class<V> type, Duration kept) {
    return new Topic<>(
        "sitepulse." + name, new JsonSerde<>(type), false, untilDeleted(ANY_TIME), kept);
  }

  private static Map<String, String> untilDeleted(String after) {
    return Map.of("cleanup.policy", "delete", RETENTION, millis(LEFT_BEHIND), AFTER_MAX, after);
  }

  /**
   * A topic of definitions that people enter, of which the latest of a key counts. A record stays a
   * week before compaction and a tombstone a month after it, so that a reader that was away for so
   * long still learns of a deletion.
   */
  static <V> Topic<V> definitions(String name, Class<V> type) {
    return new Topic<>(
        "sitepulse." + name,
        new JsonSerde<>(type),
        true,
        Map.of(
            "cleanup.policy",
            "compact",
            "min.compaction.lag.ms",
            millis(Duration.ofDays(7)),
            "delete.retention.ms",
            millis(Duration.ofDays(30)),
            "segment.ms",
            millis(Duration.ofDays(1)),
            AFTER_MAX,
            ANY_TIME));
  }

  /** A topic of one partition that is never deleted. */
  static <V> Topic<V> permanent(String name, Class<V> type) {
    return new Topic<>(
        "sitepulse." + name,
        new JsonSerde<>(type),
        true,
        Map.of("cleanup.policy", "delete", RETENTION, "-1", AFTER_MAX, ANY_TIME));
  }

  /**
   * A topic of one partition with raw bytes, which are deleted from the disk soon after a time.
   *
   * @param byBroker age at which the broker deletes what is still there
   * @param kept age at which streams deletes, or null if only the broker does
   */
  static Topic<byte[]> shortLived(
      String name, Duration byBroker, Duration segment, @Nullable Duration kept) {
    return new Topic<>(
        "sitepulse." + name,
        Serdes.ByteArray(),
        true,
        Map.of(
            "cleanup.policy",
            "delete",
            RETENTION,
            millis(byBroker),
            "segment.ms",
            millis(segment),
            AFTER_MAX,
            A_DAY),
        kept);
  }

  /**
   * A topic of snapshots, of which the latest of a key counts. They are written many times a second
   * and every dashboard reads the topic from its beginning, so older ones are removed soon after
   * the lag. There are no tombstones. {@code delete.retention.ms} is the time for which the markers
   * of transactions are kept, of which streams writes many a second.
   *
   * @param lag time for which every snapshot is kept, for a reader that needs more than the latest
   */
  static <V> Topic<V> snapshots(String name, Class<V> type, Duration lag) {
    return new Topic<>(
        "sitepulse." + name,
        new JsonSerde<>(type),
        false,
        Map.of(
            "cleanup.policy",
            "compact",
            "min.compaction.lag.ms",
            millis(lag),
            "max.compaction.lag.ms",
            millis(lag.plus(Duration.ofHours(1))),
            "min.cleanable.dirty.ratio",
            "0.1",
            "delete.retention.ms",
            millis(Duration.ofHours(1)),
            "segment.ms",
            millis(Duration.ofMinutes(10)),
            "segment.bytes",
            Integer.toString(16 << 20),
            AFTER_MAX,
            ANY_TIME));
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
