package io.sitepulse.streams.partition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The partitions of a repartition topic whose records hold values of several keys. All keys of a
 * record belong to its partition, and the record's own key is the number of the partition.
 *
 * @param count number of partitions of the topic. The partition of a key is the one that Kafka's
 *     own partitioner would choose, as in versions with one key a record, because the state of the
 *     key is there
 */
public record Partitions(int count) {
  public Partitions {
    if (count < 1) {
      throw new IllegalArgumentException("there must be a partition");
    }
  }

  /** Returns the partition of a key, such as "site|visitor" or a site id. */
  public int of(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % count;
  }

  /** Returns the partitioner of such a topic. */
  public static <V> StreamPartitioner<String, V> byRecordKey() {
    return new ByRecordKey<>();
  }

  private static final class ByRecordKey<V> implements StreamPartitioner<String, V> {
    @Override
    @Deprecated
    @SuppressWarnings("removal") // Abstract until it is removed.
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
      return Optional.of(Set.of(Integer.parseInt(key)));
    }
  }
}
