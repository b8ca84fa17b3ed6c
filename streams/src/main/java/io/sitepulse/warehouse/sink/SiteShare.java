package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * The sites of an instance, by their ids: those whose partition of {@code site-counters} its
 * consumer has. So each site belongs to one instance, and to another one when an instance starts or
 * stops. Any thread may ask. {@link #update} and {@link #clear} are for the consumer's thread.
 */
final class SiteShare implements Predicate<String> {
  private static final Assigned NOTHING = new Assigned(Set.of(), Set.of(), 1);

  private volatile Assigned assigned = NOTHING;

  private record Assigned(Set<TopicPartition> all, Set<Integer> partitions, int count) {}

  /** Takes the partitions that the consumer has now. */
  void update(Consumer<?, ?> consumer) {
    Set<TopicPartition> all = Set.copyOf(consumer.assignment());
    if (all.equals(assigned.all)) {
      return;
    }
    String topic = Topics.SITE_COUNTERS.name();
    Set<Integer> partitions =
        all.stream()
            .filter(partition -> partition.topic().equals(topic))
            .map(TopicPartition::partition)
            .collect(Collectors.toUnmodifiableSet());
    int count = partitions.isEmpty() ? 1 : consumer.partitionsFor(topic).size();
    assigned = new Assigned(all, partitions, count);
  }

  /** Takes all sites away. */
  void clear() {
    assigned = NOTHING;
  }

  @Override
  public boolean test(String site) {
    Assigned now = assigned;
    int hash = Utils.toPositive(Utils.murmur2(site.getBytes(StandardCharsets.UTF_8)));
    return now.partitions.contains(hash % now.count);
  }
}
