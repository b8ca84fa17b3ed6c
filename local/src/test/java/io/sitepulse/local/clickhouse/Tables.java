package io.sitepulse.local.clickhouse;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.clickhouse.Migrations;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** An engine with sitepulse's tables, empty at first: to fill as a test says, and to ask. */
public final class Tables implements AutoCloseable {
  /** To take away and bring back. */
  public final EmbeddedClickHouse engine;

  private final ClickHouse clickHouse;

  private Tables(EmbeddedClickHouse engine) {
    this.engine = engine;
    this.clickHouse = connect();
  }

  /** Starts an engine and makes the tables. */
  public static Tables start(Path folder) throws Exception {
    var tables = new Tables(EmbeddedClickHouse.start(folder, 0));
    Migrations.apply(tables.jdbi());
    return tables;
  }

  /** Connection settings of the tables. */
  public ClickHouseConfig config() {
    return new ClickHouseConfig(engine.jdbcUrl(), engine.user(), engine.password(), 4);
  }

  /** One more way to them, of the caller's own. */
  public ClickHouse connect() {
    return new ClickHouse(config());
  }

  public Jdbi jdbi() {
    return clickHouse.jdbi();
  }

  /** The one number that answers a question. */
  public long number(String sql) {
    return jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  /** The answer's columns {@code text} by their columns {@code name}. */
  public Map<String, String> texts(String sql) {
    var texts = new TreeMap<String, String>();
    jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .map((row, context) -> texts.put(row.getString("name"), row.getString("text")))
                    .list());
    return texts;
  }

  public void execute(String sql) {
    jdbi().useHandle(handle -> handle.execute(sql));
  }

  /** Inserts rows in one batch. */
  public void insert(String sql, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbi()
        .useHandle(
            handle -> {
              try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
                for (List<Object> row : rows) {
                  add(insert, row);
                }
                insert.executeBatch();
              } catch (SQLException e) {
                throw new AssertionError(e);
              }
            });
  }

  private static void add(PreparedStatement insert, List<Object> row) throws SQLException {
    for (int i = 0; i < row.size(); i++) {
      insert.setObject(i + 1, row.get(i));
    }
    insert.addBatch();
  }

  @Override
  public void close() {
    clickHouse.close();
    engine.close();
  }
}
