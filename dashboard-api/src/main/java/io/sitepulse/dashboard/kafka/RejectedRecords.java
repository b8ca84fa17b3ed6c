package io.sitepulse.dashboard.kafka;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.log.LogKeys;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.vertx.core.Vertx;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the present value of a key again if a rejected record stays the last one of its key.
 * Compaction would keep the rejected record only, and later readers would take it.
 *
 * <pre>
 * rejected ── 1 to 3 s ──▶ still the last record of its key? ── yes ──▶ present value, next revision
 *                                        └── no: the rejected writer has repeated its change
 * </pre>
 */
public final class RejectedRecords<V> {
  private static final Logger LOG = LoggerFactory.getLogger(RejectedRecords.class);
  private static final long MIN_DELAY_MS = 1_000;
  private static final long MAX_DELAY_MS = 3_000;

  private final Vertx vertx;
  private final Topic<V> topic;
  private final KafkaTopicTable<V> table;
  private final KafkaDefinitions definitions;
  private final UnaryOperator<V> next;

  /**
   * Creates it.
   *
   * @param next returns a value with its next revision
   */
  public RejectedRecords(
      Vertx vertx,
      Topic<V> topic,
      KafkaTopicTable<V> table,
      KafkaDefinitions definitions,
      UnaryOperator<V> next) {
    this.vertx = vertx;
    this.topic = topic;
    this.table = table;
    this.definitions = definitions;
    this.next = next;
  }

  /** Starts to watch the table. Call it before the table is read. */
  public void watch() {
    table.onRejected((key, value) -> later(key));
  }

  private void later(String key) {
    // Random, so that one of the instances comes first and the others need not write.
    long delay = ThreadLocalRandom.current().nextLong(MIN_DELAY_MS, MAX_DELAY_MS);
    vertx.setTimer(delay, due -> restore(key));
  }

  private void restore(String key) {
    if (!table.isLastRejected(key)) {
      return;
    }
    if (!table.isLoaded()) {
      later(key);
      return;
    }
    V value = table.get(key).map(next).orElse(null);
    definitions
        .restore(topic, key, value)
        .onFailure(
            e -> {
              LOG.atWarn()
                  .addKeyValue(LogKeys.TOPIC, topic.name())
                  .addKeyValue(LogKeys.ERROR, e.toString())
                  .log("cannot restore the value of a key, will retry");
              later(key);
            });
  }
}
