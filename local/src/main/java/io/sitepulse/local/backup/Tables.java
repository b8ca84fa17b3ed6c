package io.sitepulse.local.backup;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import com.clickhouse.jdbc.ConnectionImpl;
import io.sitepulse.clickhouse.ClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Handle;

/** The tables of the database {@code sitepulse}, in ClickHouse's own format Native. */
final class Tables implements AutoCloseable {
  static final String DATABASE = "sitepulse";

  private final Handle handle;
  private final Client client;

  Tables(ClickHouse clickHouse) {
    this.handle = clickHouse.jdbi().open();
    try {
      this.client = handle.getConnection().unwrap(ConnectionImpl.class).getClient();
    } catch (SQLException e) {
      handle.close();
      throw new IllegalStateException(e);
    }
  }

  /** Names of all tables. */
  List<String> names() {
    return handle
        .createQuery("SELECT name FROM system.tables WHERE database = 'sitepulse' ORDER BY name")
        .mapTo(String.class)
        .list();
  }

  /** The statement that creates a table. */
  String definition(String table) {
    return handle
        .createQuery(
            "SELECT create_table_query FROM system.tables"
                + " WHERE database = 'sitepulse' AND name = :table")
        .bind("table", table)
        .mapTo(String.class)
        .one();
  }

  /** A stored column and its type. */
  record Column(String name, String type) {}

  List<Column> columns(String table) {
    return handle
        .createQuery(
            "SELECT name, type FROM system.columns WHERE database = 'sitepulse' AND table = :table"
                + " AND default_kind NOT IN ('ALIAS', 'MATERIALIZED') ORDER BY position")
        .bind("table", table)
        .map((row, context) -> new Column(row.getString("name"), row.getString("type")))
        .list();
  }

  /** A partition of a table and its number of stored rows. */
  record Part(String id, long rows) {}

  List<Part> parts(String table) {
    return handle
        .createQuery(
            "SELECT partition_id, sum(rows) AS total FROM system.parts"
                + " WHERE database = 'sitepulse' AND table = :table AND active"
                + " GROUP BY partition_id ORDER BY partition_id")
        .bind("table", table)
        .map((row, context) -> new Part(row.getString("partition_id"), row.getLong("total")))
        .list();
  }

  List<String> texts(String sql) {
    return handle.createQuery(sql).mapTo(String.class).list();
  }

  /** Counts the rows as reports see them, so that merges in the background change nothing. */
  long rows(String table) {
    return handle
        .createQuery("SELECT count() FROM sitepulse." + table + " FINAL")
        .mapTo(Long.class)
        .one();
  }

  /** Executes a statement as it is, without parameters. */
  void execute(String sql) throws IOException, InterruptedException {
    read(sql, OutputStream.nullOutputStream());
  }

  /** Writes the result of a query in the format Native. */
  void read(String sql, OutputStream to) throws IOException, InterruptedException {
    var response =
        answer(client.query(sql, new QuerySettings().setFormat(ClickHouseFormat.Native)));
    try {
      response.getInputStream().transferTo(to);
    } finally {
      close(response);
    }
  }

  /** Inserts rows in the format Native. */
  void insert(String table, List<String> columns, InputStream rows)
      throws IOException, InterruptedException {
    var settings = new InsertSettings().serverSetting("max_partitions_per_insert_block", "0");
    close(
        answer(
            client.insert(
                DATABASE + "." + table, columns, rows, ClickHouseFormat.Native, settings)));
  }

  private static <T> T answer(CompletableFuture<T> response)
      throws IOException, InterruptedException {
    try {
      return response.get();
    } catch (ExecutionException e) {
      throw BackupException.of("ClickHouse", e);
    }
  }

  private static void close(AutoCloseable response) throws IOException {
    try {
      response.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    handle.close();
  }
}
