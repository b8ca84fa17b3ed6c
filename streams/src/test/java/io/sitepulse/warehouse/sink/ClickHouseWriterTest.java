package io.sitepulse.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.warehouse.sink.table.PageViewTables;
import io.sitepulse.warehouse.sink.table.Table;
import org.junit.jupiter.api.Test;

class ClickHouseWriterTest {

  @Test
  void anInsertNamesEachColumnOnceAndHasAParameterForIt() {
    assertThat(ClickHouseWriter.statement(PageViewTables.TOUCHED_DAYS))
        .isEqualTo("INSERT INTO sitepulse.touched_days (site, day) VALUES (?, ?)");
  }

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
