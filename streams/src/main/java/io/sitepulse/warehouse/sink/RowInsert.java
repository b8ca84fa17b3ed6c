package io.sitepulse.warehouse.sink;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.DataStreamWriter;
import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.data.ClickHouseColumn;
import com.clickhouse.data.ClickHouseDataType;
import com.clickhouse.data.ClickHouseFormat;
import com.clickhouse.jdbc.ConnectionImpl;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Inserts rows in the format RowBinary, through the client that the JDBC driver is built on. A
 * prepared statement of the driver would write each value as text, which costs both sides several
 * times as much, and its own writer of this format ignores the list of columns.
 */
final class RowInsert {
  /** Database of all tables. */
  static final String DATABASE = "sitepulse";

  private final List<String> columns;
  private final TableSchema schema;
  private final int offsetVersion;

  private RowInsert(List<String> columns, TableSchema schema, int offsetVersion) {
    this.columns = columns;
    this.schema = schema;
    this.offsetVersion = offsetVersion;
  }

  /** Reads the types of a table's columns. */
  static RowInsert into(Table<?> table, Connection connection) throws SQLException {
    TableSchema all = client(connection).getTableSchema(table.name(), DATABASE);
    List<String> columns = table.columns();
    var own = columns.stream().map(all::getColumnByName).map(RowInsert::stored).toList();
    return new RowInsert(
        columns, new TableSchema(table.name(), "", DATABASE, own), table.offsetVersion());
  }

  /** A column of {@code SimpleAggregateFunction} takes values of the type inside. */
  private static ClickHouseColumn stored(ClickHouseColumn column) {
    return column.getDataType() == ClickHouseDataType.SimpleAggregateFunction
        ? column.getNestedColumns().get(0)
        : column;
  }

  /**
   * Inserts rows.
   *
   * @param base is added to an offset that is the version of its row
   * @throws SQLException if it is not certain that every row was stored
   */
  void write(Collection<Row> rows, long base, Connection connection) throws SQLException {
    write(output -> write(rows, base, output), connection);
  }

  /**
   * Inserts rows that are encoded already.
   *
   * @throws SQLException if it is not certain that every row was stored
   */
  void write(EncodedRows rows, Connection connection) throws SQLException {
    write(rows::writeTo, connection);
  }

  private void write(DataStreamWriter rows, Connection connection) throws SQLException {
    String table = DATABASE + "." + schema.getTableName();
    try {
      client(connection)
          .insert(table, columns, rows, ClickHouseFormat.RowBinary, new InsertSettings())
          .get()
          .close();
    } catch (ExecutionException e) {
      throw new SQLException("cannot insert into " + table, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while inserting into " + table, e);
    }
  }

  private void write(Collection<Row> rows, long base, OutputStream output) throws IOException {
    var writer = new RowBinaryFormatWriter(output, schema, ClickHouseFormat.RowBinary);
    for (Row row : rows) {
      List<Object> values = row.values();
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        writer.setValue(i + 1, i == offsetVersion ? base + (long) value : value);
      }
      writer.commitRow();
    }
  }

  private static Client client(Connection connection) throws SQLException {
    return connection.unwrap(ConnectionImpl.class).getClient();
  }
}
