package io.sitepulse.warehouse.sink;

import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.warehouse.sink.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes batches, one statement for each table. Applies the migrations before the first batch, and
 * again after a failure, because its cause may be that the tables were dropped.
 */
final class ClickHouseWriter implements BatchWriter {
  /**
   * Time between two looks for topics that were created again, and for records that an instance of
   * an older release could not read. Both are rare.
   */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final Jdbi jdbi;
  private final SinkMetrics metrics;
  private final TopicEpochs epochs;
  private final Map<Table<?>, RowInsert> inserts = new HashMap<>();
  private boolean migrated;
  private long lookedAt;

  /**
   * Creates the writer.
   *
   * @param epochs the epochs of the topics whose offsets are versions
   */
  ClickHouseWriter(Jdbi jdbi, SinkMetrics metrics, TopicEpochs epochs) {
    this.jdbi = jdbi;
    this.metrics = metrics;
    this.epochs = epochs;
  }

  @Override
  public void write(Batch batch) throws SQLException {
    boolean prepared = migrated;
    migrated = false;
    if (!prepared) {
      inserts.clear();
      Migrations.apply(jdbi);
    }
    if (!prepared || System.nanoTime() - lookedAt > LOOK_AGAIN.toNanos()) {
      jdbi.useHandle(epochs::update);
      jdbi.useHandle(handle -> insert(ParkedRecords.readable(handle), handle.getConnection()));
      lookedAt = System.nanoTime();
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
      RowInsert insert = inserts.get(table);
      if (insert == null) {
        insert = RowInsert.into(table, connection);
        inserts.put(table, insert);
      }
      metrics.written(table.name(), insert(batch, table, insert, connection));
    }
  }

  private int insert(Batch batch, Table<?> table, RowInsert insert, Connection connection)
      throws SQLException {
    EncodedRows encoded = batch.encoded(table);
    if (encoded != null) {
      insert.write(encoded, connection);
      return encoded.count();
    }
    long base = epochs.base(TopicTableMappings.topicOf(table));
    insert.write(batch.rows(table), base, connection);
    return batch.rows(table).size();
  }
}
