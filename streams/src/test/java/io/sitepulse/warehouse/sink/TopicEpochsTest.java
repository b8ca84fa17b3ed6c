package io.sitepulse.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.kafka.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicEpochsTest {
  @Test
  void definitionsAndImportedDaysAreVersionedByTheirOffsets() {
    assertThat(TopicTableMappings.versionedByOffset())
        .containsExactlyInAnyOrder(
            Topics.SITES.name(),
            Topics.POLLS.name(),
            Topics.GROUPS.name(),
            Topics.TARGETS.name(),
            Topics.IMPORTED_DAYS.name());
    // An epoch must not reach into the order of records, so each topic needs one partition.
    assertThat(Topics.ALL)
        .filteredOn(topic -> TopicTableMappings.versionedByOffset().contains(topic.name()))
        .allMatch(topic -> topic.single());
    assertThat(new TopicEpochs(Map::of).base(Topics.SITES.name())).isZero();
  }
}
