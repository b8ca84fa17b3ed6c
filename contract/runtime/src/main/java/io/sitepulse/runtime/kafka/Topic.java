package io.sitepulse.runtime.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic with its name, serdes and broker settings.
 *
 * @param name full name
 * @param value serde of the values. Keys are text.
 * @param single true if the topic always has one partition, because the order of all records
 *     matters
 * @param config topic settings as the broker names them
 */
public record Topic<V>(String name, Serde<V> value, boolean single, Map<String, String> config) {
  /**
   * Setting of topics that streams writes. Their records have the times of the events. By default a
   * broker whose clock is more than an hour behind refuses them, and counting ends. Topics that
   * others write keep the default: a request that is refused is answered 503 and repeated.
   */
  private static final String AFTER_MAX = "message.timestamp.after.max.ms";

  private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

  public Topic {
    config = Map.copyOf(config);
  }

  /** Serde of the keys. */
  public Serde<String> key() {
    return Serdes.String();
  }

  static <V> Topic<V> kept(String name, Class<V> type, Duration retention) {
    return new Topic<>(
        "sitepulse." + name,
        new JsonSerde<>(type),
        false,
        Map.of("cleanup.policy", "delete", "retention.ms", millis(retention)));
  }

  /** A topic that streams writes and that is deleted by age. */
  static <V> Topic<V> results(String name, Class<V> type, Duration retention) {
    return new Topic<>(
        "sitepulse." + name,
        new JsonSerde<>(type),
        false,
        Map.of("cleanup.policy", "delete", "retention.ms", millis(retention), AFTER_MAX, ANY_TIME));
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
            "cleanup.policy", "compact",
            "min.compaction.lag.ms", millis(Duration.ofDays(7)),
            "delete.retention.ms", millis(Duration.ofDays(30)),
            "segment.ms", millis(Duration.ofDays(1))));
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
