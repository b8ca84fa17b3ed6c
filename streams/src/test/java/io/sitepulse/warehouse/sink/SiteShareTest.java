package io.sitepulse.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.kafka.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SiteShareTest {
  private static final String TOPIC = Topics.SITE_COUNTERS.name();
  private static final List<String> SITES =
      IntStream.range(0, 500).mapToObj(i -> "site-" + i).toList();

  private final SiteShare share = new SiteShare();

  @Test
  void aConsumerWithoutPartitionsHasNoSite() {
    assertThat(SITES).noneMatch(share);

    share.update(consumer(6, Set.of(new TopicPartition(Topics.SITES.name(), 0))));

    assertThat(SITES).noneMatch(share);
  }

  @Test
  void aConsumerWithAllPartitionsHasAllSites() {
    share.update(consumer(6, partitions(0, 1, 2, 3, 4, 5)));

    assertThat(SITES).allMatch(share);
  }

  @Test
  void twoConsumersShareTheSitesAndHaveNoneTogether() {
    var other = new SiteShare();
    share.update(consumer(6, partitions(0, 1, 2)));
    other.update(consumer(6, partitions(3, 4, 5)));

    assertThat(SITES).allMatch(site -> share.test(site) != other.test(site));
    assertThat(SITES.stream().filter(share).count()).isBetween(200L, 300L);
  }

  @Test
  void aRevokedConsumerHasNoSite() {
    share.update(consumer(2, partitions(0, 1)));
    share.update(consumer(2, Set.of()));

    assertThat(SITES).noneMatch(share);

    share.update(consumer(2, partitions(0, 1)));
    share.clear();

    assertThat(SITES).noneMatch(share);
  }

  private static Set<TopicPartition> partitions(Integer... partitions) {
    return Set.of(partitions).stream()
        .map(partition -> new TopicPartition(TOPIC, partition))
        .collect(Collectors.toSet());
  }

  private static MockConsumer<String, byte[]> consumer(int count, Set<TopicPartition> assigned) {
    var consumer = new MockConsumer<String, byte[]>("earliest");
    var nodes = new Node[0];
    consumer.updatePartitions(
        TOPIC,
        IntStream.range(0, count)
            .mapToObj(p -> new PartitionInfo(TOPIC, p, Node.noNode(), nodes, nodes))
            .toList());
    consumer.assign(assigned);
    return consumer;
  }
}
