package io.sitepulse.warehouse.sink;

import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes batches through JDBC, one statement for each table. Applies the migrations before the
 * first batch, and again after a failure, because its cause may be that the tables were dropped.
 */
final class ClickHouseWriter implements BatchWriter {
  private final Jdbi jdbi;
  private final SinkMetrics metrics;
  private boolean migrated;

  ClickHouseWriter(Jdbi jdbi, SinkMetrics metrics) {
    this.jdbi = jdbi;
    this.metrics = metrics;
  }

  @Override
  public void write(Batch batch) throws SQLException {
    boolean prepared = migrated;
    migrated = false;
    if (!prepared) {
      Migrations.apply(jdbi);
    }
    jdbi.useHandle(handle -> insert(batch, handle.getConnection()));
    migrated = true;
  }

  private void insert(Batch batch, Connection connection) throws SQLException {
    if (batch.isEmpty()) {
      try (var statement = connection.createStatement()) {
        statement.execute("SELECT 1");
      }
    }
    for (Table<?> table : batch.tables()) {
      insert(table, batch, connection);
    }
  }

  private void insert(Table<?> table, Batch batch, Connection connection) throws SQLException {
    var rows = batch.rows(table);
    try (PreparedStatement insert = connection.prepareStatement(statement(table))) {
      // The driver searches the final statement, values included, for JDBC escapes such as {fn …}.
      // It would change a page title that contains one, and some would break the statement.
      insert.setEscapeProcessing(false);
      for (Row row : rows) {
        bind(insert, row.values());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    metrics.written(table.name(), rows.size());
  }

  private static void bind(PreparedStatement insert, List<Object> values) throws SQLException {
    int position = 1;
    for (Object value : values) {
      insert.setObject(position++, value);
    }
  }

  /** The insert statement of a table, with a parameter for each of its columns. */
  static String statement(Table<?> table) {
    List<String> columns = table.columns();
    return "INSERT INTO sitepulse.%s (%s) VALUES (%s)"
        .formatted(
            table.name(),
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }
}
