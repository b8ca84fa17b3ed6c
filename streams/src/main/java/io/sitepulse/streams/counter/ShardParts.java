package io.sitepulse.streams.counter;

import io.sitepulse.streams.partition.Partitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;

/**
 * Parts of sites of one partition, which travel in one record. A shard with many sites changes
 * about one of them with each event, so a record for each part would cost more than the event.
 *
 * @param parts parts in the order of their changes. There may be several of a site
 */
public record ShardParts(List<ShardPart> parts) {
  /** Most parts of a record. With some 150 bytes each, far below the limit of a record. */
  static final int MOST = 500;

  public ShardParts {
    parts = List.copyOf(parts);
  }

  /**
   * Divides parts by the partitions of their sites.
   *
   * @param parts parts of any sites
   * @param partitions partitions of the sites
   * @return records whose key is the partition
   */
  public static List<KeyValue<String, ShardParts>> divide(
      Collection<? extends ShardPart> parts, Partitions partitions) {
    Map<Integer, List<ShardPart>> divided = new TreeMap<>();
    for (ShardPart part : parts) {
      divided.computeIfAbsent(partitions.of(part.site()), unused -> new ArrayList<>()).add(part);
    }
    var records = new ArrayList<KeyValue<String, ShardParts>>();
    divided.forEach(
        (partition, all) -> {
          for (int from = 0; from < all.size(); from += MOST) {
            List<ShardPart> some = all.subList(from, Math.min(all.size(), from + MOST));
            records.add(KeyValue.pair(Integer.toString(partition), new ShardParts(some)));
          }
        });
    return records;
  }
}
