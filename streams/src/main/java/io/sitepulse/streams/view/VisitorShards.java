package io.sitepulse.streams.view;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Assigns visitors to shards, which are the partitions of the repartition topic.
 *
 * @param count number of shards. It must be the number of partitions of the topic, because a
 *     visitor's state is in the partition that Kafka's own partitioner chose for the key
 */
public record VisitorShards(int count) {
  /** Sends a record to the shard that its key names. */
  public static final StreamPartitioner<String, ShardEvents> PARTITIONER = new ByKey();

  public VisitorShards {
    if (count < 1) {
      throw new IllegalArgumentException("there must be a shard");
    }
  }

  /** Returns the shard of a visitor, given as "site|visitor". */
  int shardOf(String visitor) {
    return Utils.toPositive(Utils.murmur2(visitor.getBytes(StandardCharsets.UTF_8))) % count;
  }

  private static final class ByKey implements StreamPartitioner<String, ShardEvents> {
    @Override
    @Deprecated
    @SuppressWarnings("removal") // Abstract until it is removed.
    public Optional<Set<Integer>> partitions(
        String topic, String key, ShardEvents value, int partitions) {
      return Optional.of(Set.of(Integer.parseInt(key)));
    }
  }
}
