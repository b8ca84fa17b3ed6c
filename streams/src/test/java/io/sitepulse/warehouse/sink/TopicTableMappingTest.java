package io.sitepulse.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.warehouse.sink.table.Table;
import org.junit.jupiter.api.Test;

class TopicTableMappingTest {

  @Test
  void theColumnsOfATableDiffer() {
    var tables =
        TopicTableMappings.all().stream().flatMap(mapping -> mapping.tables().stream()).toList();
    assertThat(tables).hasSize(16);
    assertThat(tables)
        .extracting(Table::columns)
        .allSatisfy(c -> assertThat(c).doesNotHaveDuplicates());
  }
}
