package io.sitepulse.runtime.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic: its name, both serdes, and what the broker keeps of it.
 *
 * @param name full name
 * @param value serde of the values; keys are text
 * @param single true: always one partition, because its order matters as a whole
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

  /** A compacted record stays a week at least, so that a sink that was away sees each of them. */
  private static final String LAG = Long.toString(Duration.ofDays(7).toMillis());
}
