package io.sitepulse.warehouse.sink;

import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes batches through JDBC, one statement a table. Brings the tables up to date before the first
 * batch, and again after a failure: it may have been that the tables were gone.
 */
public final class ClickHouseWriter implements BatchWriter {
  private final Jdbi jdbi;
  private final SinkMetrics metrics;
  private final Map<String, String> statements = new HashMap<>();
  private boolean migrated;

  ClickHouseWriter(Jdbi jdbi, SinkMetrics metrics) {
    this.jdbi = jdbi;
    this.metrics = metrics;
    TopicTableMappings.all().stream()
        .flatMap(route -> route.tables().stream())
        .forEach(table -> statements.put(table.name(), statement(table.name())));
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
      insert(table, batch.rows(table), connection);
    }
  }

  private void insert(Table<?> table, Collection<Row> rows, Connection connection)
      throws SQLException {
    String sql = statements.getOrDefault(table.name(), "");
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      // The driver looks for JDBC escapes such as {fn …} in the finished text, values included: it
      // would change a title that contains one, and some would break the statement.
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

  /** The table's insert statement. */
  public static String statement(String table) {
    return SqlFile.read(ClickHouseWriter.class, table + ".sql");
  }
}
