package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void everyTopicHasTheSitepulsePrefixAndItsOwnName() {
    assertThat(Topics.ALL).extracting(Topic::name).allMatch(name -> name.startsWith("sitepulse."));
    assertThat(Topics.ALL).extracting(Topic::name).doesNotHaveDuplicates();
  }

  @Test
  void anEventIdAlwaysHasTheSamePartitionAndAllPartitionsAreUsed() {
    var used = new HashSet<Integer>();
    for (int i = 0; i < 200; i++) {
      UUID id = new UUID(i * 7919L, i);
      int partition = Topics.partitionOf(id, 6);
      assertThat(partition).isBetween(0, 5).isEqualTo(Topics.partitionOf(id, 6));
      used.add(partition);
    }
    assertThat(used).hasSize(6);
  }

  @Test
  void saltsAreRetainedFor48HoursInOnePartition() {
    assertThat(Topics.VISITOR_SALTS.single()).isTrue();
    assertThat(Topics.VISITOR_SALTS.kept()).isEqualTo(Duration.ofDays(2));
  }
}
