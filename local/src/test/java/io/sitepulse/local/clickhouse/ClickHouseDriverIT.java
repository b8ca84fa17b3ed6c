package io.sitepulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ordinary JDBC driver, unmodified, against the embedded engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClickHouseDriverIT {
  private final ClickHouseTester tester;

  ClickHouseDriverIT(@TempDir Path directory) throws Exception {
    tester = ClickHouseTester.start(directory);
  }

  @BeforeAll
  void createTables() {
    tester.ask("CREATE TABLE pages (id UInt64, path String) ENGINE = MergeTree ORDER BY id");
    tester.ask("CREATE TABLE crowd (thread UInt8, n UInt32) ENGINE = MergeTree ORDER BY n");
  }

  @AfterAll
  void stop() {
    tester.close();
  }

  @Test
  void aBatchIsStoredAsOnePart() throws Exception {
    try (Connection connection = tester.connection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO pages (id, path) VALUES (?, ?)")) {
      for (int i = 0; i < 5_000; i++) {
        insert.setLong(1, i);
        insert.setString(2, "/tin-tức\n\n'" + i + "\\");
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).hasSize(5_000).containsOnly(1);
    }

    assertThat(
            tester.ask(
                "SELECT count(), countIf(path = concat('/tin-tức\\n\\n''', id, '\\\\')) FROM pages"))
        .isEqualTo("5000\t5000");
    assertThat(tester.ask("SELECT count() FROM system.parts WHERE table = 'pages' AND active"))
        .isEqualTo("1");
  }

  @Test
  void answersAreReadWithParametersBound() throws Exception {
    try (Connection connection = tester.connection();
        PreparedStatement select =
            connection.prepareStatement("SELECT ? || '!', ? + 1, version() AS version")) {
      select.setString(1, "it's\n\\");
      select.setInt(2, 41);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("it's\n\\!");
        assertThat(row.getLong(2)).isEqualTo(42);
        assertThat(row.getString("version")).startsWith("26.");
        assertThat(row.next()).isFalse();
      }
    }
  }

  @Test
  void aMillionRowsAreRead() throws Exception {
    try (Connection connection = tester.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT number FROM numbers(1000000)")) {
      long sum = 0;
      while (rows.next()) {
        sum += rows.getLong(1);
      }
      assertThat(sum).isEqualTo(499_999_500_000L);
    }
  }

  @Test
  void updatesTellHowManyRowsTheyWrote() throws Exception {
    try (Connection connection = tester.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS copied (n UInt64) ENGINE = Memory");

      assertThat(statement.executeUpdate("INSERT INTO copied SELECT number FROM numbers(10)"))
          .isEqualTo(10);
      assertThat(statement.executeUpdate("INSERT INTO copied VALUES (1), (2)")).isEqualTo(2);
    }
  }

  @Test
  void anErrorHasClickHousesCode() throws Exception {
    try (Connection connection = tester.connection();
        Statement statement = connection.createStatement()) {
      assertThat(code(() -> statement.executeQuery("SELECT * FROM no_such_table"))).isEqualTo(60);
      assertThat(code(() -> statement.executeQuery("SELEC 1"))).isEqualTo(62);
      assertThat(statement.execute("SELECT 1")).isTrue();
    }
  }

  @Test
  void aQueryTimeoutIsKept() throws Exception {
    try (Connection connection = tester.connection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);

      assertThatThrownBy(() -> statement.executeQuery("SELECT sleepEachRow(1) FROM numbers(3)"))
          .isInstanceOf(SQLTimeoutException.class);
    }
  }

  @Test
  void theWrongPasswordIsRefused() throws Exception {
    EmbeddedClickHouse clickHouse = tester.clickHouse();
    try (Connection connection =
            DriverManager.getConnection(clickHouse.jdbcUrl(), clickHouse.user(), "guess");
        Statement statement = connection.createStatement()) {
      assertThat(code(() -> statement.executeQuery("SELECT 1"))).isEqualTo(516);
    }
  }

  @Test
  void theDriversOwnCompressionWorksToo() throws Exception {
    EmbeddedClickHouse clickHouse = tester.clickHouse();
    String url = clickHouse.jdbcUrl().replace("compress=0", "compress=1&decompress=1");
    try (Connection connection =
            DriverManager.getConnection(url, clickHouse.user(), clickHouse.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE packed (s String) ENGINE = Memory");
      statement.execute("INSERT INTO packed VALUES ('" + "nén".repeat(10_000) + "')");
      try (ResultSet row = statement.executeQuery("SELECT length(s), s FROM packed")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isEqualTo(40_000);
        assertThat(row.getString(2)).isEqualTo("nén".repeat(10_000));
      }
      assertThat(code(() -> statement.executeQuery("SELECT * FROM no_such_table"))).isEqualTo(60);
    }
  }

  @Test
  void manyThreadsInsertAndSelectAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int number = thread;
        all.add(CompletableFuture.runAsync(() -> crowd(number), threads));
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(120, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }

    assertThat(tester.ask("SELECT count(), uniqExact(thread, n) FROM crowd"))
        .isEqualTo("16000\t16000");
  }

  /** Twenty batches of 100 rows, each followed by a look at what this thread has stored. */
  private void crowd(int thread) {
    try (Connection connection = tester.connection();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO crowd VALUES (?, ?)");
        PreparedStatement select =
            connection.prepareStatement("SELECT count() FROM crowd WHERE thread = ?")) {
      for (int batch = 0; batch < 20; batch++) {
        for (int row = 0; row < 100; row++) {
          insert.setInt(1, thread);
          insert.setInt(2, batch * 100 + row);
          insert.addBatch();
        }
        insert.executeBatch();
        select.setInt(1, thread);
        try (ResultSet count = select.executeQuery()) {
          assertThat(count.next()).isTrue();
          assertThat(count.getInt(1)).isEqualTo((batch + 1) * 100);
        }
      }
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private interface Sql {
    Object run() throws SQLException;
  }

  private static int code(Sql sql) {
    try {
      throw new AssertionError("no error but " + sql.run());
    } catch (SQLException error) {
      return error.getErrorCode();
    }
  }
}
