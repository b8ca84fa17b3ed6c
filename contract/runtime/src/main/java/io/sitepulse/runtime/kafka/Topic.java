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
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
  }

  static <V> Topic<V> compacted(String name, Class<V> type, boolean single) {
    return new Topic<>(
        "sitepulse." + name,
        new JsonSerde<>(type),
        single,
        Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", LAG));
  }

  /**
   * A record stays a week before compaction, so that a sink that was down for days reads all of
   * them.
   */
  private static final String LAG = Long.toString(Duration.ofDays(7).toMillis());
}
