package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.log.LogKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the topics that had the same name one after the other, by their ids. Offsets of a new
 * cluster, or of a topic that was created again, begin at 0. With the epoch in front of the offset
 * their rows are still later than those of the topic before. Used by one thread.
 */
final class TopicEpochs {
  private static final Logger LOG = LoggerFactory.getLogger(TopicEpochs.class);

  /** Bits of the offset below the epoch. */
  private static final int OFFSET_BITS = 44;

  private final Supplier<Map<String, String>> topicIds;
  private Map<String, Long> epochs = Map.of();

  /**
   * Creates the numbers.
   *
   * @param topicIds asks Kafka for the ids of the topics by their names
   */
  TopicEpochs(Supplier<Map<String, String>> topicIds) {
    this.topicIds = topicIds;
  }

  /**
   * Compares the topics with those that ClickHouse knows and notes new ones there. The first topic
   * of a name has the epoch 0, because earlier versions wrote offsets alone.
   *
   * @throws KafkaException if Kafka does not answer and no epoch is known yet
   */
  void update(Handle handle) {
    var current = new HashMap<String, Long>();
    ids().forEach((topic, id) -> current.put(topic, epoch(handle, topic, id)));
    if (!current.isEmpty()) {
      epochs = Map.copyOf(current);
    }
  }

  /** Without Kafka the known epochs stay. There is nothing to write then. */
  private Map<String, String> ids() {
    try {
      return topicIds.get();
    } catch (KafkaException e) {
      if (epochs.isEmpty()) {
        throw e;
      }
      LOG.atInfo().addKeyValue(LogKeys.ERROR, e.toString()).log("cannot look for new topics");
      return Map.of();
    }
  }

  /** Returns what to add to an offset of a topic to get the version of a row. */
  long base(String topic) {
    return epochs.getOrDefault(topic, 0L) << OFFSET_BITS;
  }

  private static long epoch(Handle handle, String topic, String id) {
    var last =
        handle
            .createQuery(
                "SELECT epoch, topic_id FROM sitepulse.topic_epochs WHERE topic = :topic"
                    + " ORDER BY epoch DESC LIMIT 1")
            .bind("topic", topic)
            .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
            .findOne();
    if (last.isPresent() && last.get().getValue().equals(id)) {
      return last.get().getKey();
    }
    long epoch = last.map(entry -> entry.getKey() + 1).orElse(0L);
    handle.execute(
        "INSERT INTO sitepulse.topic_epochs (topic, epoch, topic_id) VALUES (?, ?, ?)",
        topic,
        epoch,
        id);
    return epoch;
  }
}
