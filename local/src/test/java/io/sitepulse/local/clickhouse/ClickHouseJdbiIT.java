package io.sitepulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The column types and the Jdbi idioms that the other modules use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClickHouseJdbiIT {
  private static final UUID ID = UUID.fromString("0192f0c4-0000-7000-8000-000000000001");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Instant AT = Instant.parse("2026-11-20T17:30:00.123Z");
  private static final String INSERT =
      """
      INSERT INTO views (id, site, n, small, signed, path, day, at, bot, tags, counts, ver, note)
      VALUES (:id, :site, :n, :small, :signed, :path, :day, :at, :bot, :tags, :counts, :ver, :note)
      """;

  private final ClickHouseTester tester;
  private final Jdbi jdbi;

  ClickHouseJdbiIT(@TempDir Path directory) throws Exception {
    tester = ClickHouseTester.start(directory);
    jdbi = tester.jdbi();
  }

  @BeforeAll
  void createTables() {
    tester.ask(
        """
        CREATE TABLE views (
          id UUID, site LowCardinality(String), n UInt64, small UInt32, signed Int64, path String,
          day Date, at DateTime64(3, 'UTC'), bot Bool, tags Array(String),
          counts Map(String, UInt64), ver UInt64, note Nullable(String)
        ) ENGINE = ReplacingMergeTree(ver) ORDER BY (site, day, id)
        """);
    tester.ask(
        """
        CREATE TABLE sums (
          site String, views SimpleAggregateFunction(sum, UInt64),
          last SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
        ) ENGINE = AggregatingMergeTree ORDER BY site
        """);
  }

  @BeforeEach
  void empty() {
    tester.ask("TRUNCATE TABLE views");
  }

  @AfterAll
  void stop() {
    tester.close();
  }

  @Test
  void everyTypeComesBackAsItWasStored() {
    store("a\n\nb'\\ế", 1, 5);

    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM views")
                .map(
                    (row, context) -> {
                      assertThat(row.getObject("id", UUID.class)).isEqualTo(ID);
                      assertThat(row.getString("site")).isEqualTo("demo");
                      assertThat(row.getLong("n")).isEqualTo(5);
                      assertThat(row.getLong("small")).isEqualTo(4_000_000_000L);
                      assertThat(row.getLong("signed")).isEqualTo(-3);
                      assertThat(row.getString("path")).isEqualTo("a\n\nb'\\ế");
                      assertThat(row.getObject("day", LocalDate.class)).isEqualTo(DAY);
                      assertThat(row.getObject("at", Instant.class)).isEqualTo(AT);
                      assertThat(row.getBoolean("bot")).isTrue();
                      assertThat((Object[]) row.getArray("tags").getArray())
                          .containsExactly("x", "y'z");
                      assertThat(row.getObject("counts").toString()).isEqualTo("{k=7}");
                      assertThat(row.getString("note")).isNull();
                      return true;
                    })
                .one());
    assertThat(tester.ask("SELECT toUnixTimestamp64Milli(at) FROM views"))
        .isEqualTo(Long.toString(AT.toEpochMilli()));
  }

  @Test
  void namedParametersAreBoundByType() {
    store("/", 1, 5);
    String sql =
        """
        -- how many views? (it's a comment)
        SELECT count() FROM views
        WHERE id = :id AND day = :day AND at >= :at AND site IN (<sites>) AND n::UInt64 < :n
        """;

    long count =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("id", ID)
                    .bind("day", DAY)
                    .bind("at", AT)
                    .bind("n", 6)
                    .bindList("sites", List.of("demo", "other"))
                    .mapTo(Long.class)
                    .one());

    assertThat(count).isEqualTo(1);
  }

  @Test
  void theNewestVersionWins() {
    store("old", 1, 1);
    store("new", 3, 1);
    store("older", 2, 1);

    assertThat(strings("SELECT path FROM views FINAL")).containsExactly("new");
  }

  @Test
  void sumsAreMergedWhenRead() {
    tester.ask("INSERT INTO sums VALUES ('a', 1, '2026-01-01 00:00:00.000')");
    tester.ask("INSERT INTO sums VALUES ('a', 2, '2026-01-03 00:00:00.000')");
    tester.ask("INSERT INTO sums VALUES ('a', 4, '2026-01-02 00:00:00.000')");

    assertThat(tester.ask("SELECT site, views, last FROM sums FINAL"))
        .isEqualTo("a\t7\t2026-01-03 00:00:00.000");
    assertThat(tester.ask("SELECT sum(views), max(last) FROM sums"))
        .isEqualTo("7\t2026-01-03 00:00:00.000");
  }

  @Test
  void windowsAndExactCountsAreThere() {
    assertThat(
            tester.ask(
                "SELECT n % 3 AS d, uniqExact(n) AS u, sum(u) OVER (ORDER BY d) FROM"
                    + " (SELECT number AS n FROM numbers(10)) GROUP BY d ORDER BY d"))
        .isEqualTo("0\t4\t4\n1\t3\t7\n2\t3\t10");
  }

  @Test
  void aBatchOfFiveThousandRowsIsWholeAndTwiceTheSame() {
    insertBatch(5_000);
    insertBatch(5_000);
    assertThat(tester.ask("SELECT uniqExact(id) FROM views")).isEqualTo("5000");
  }

  @Test
  void arraysAreReadAsLists() {
    List<String> tags =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT ['a', 'b''c']")
                    .mapTo(new GenericType<List<String>>() {})
                    .one());

    assertThat(tags).containsExactly("a", "b'c");
  }

  @Test
  void timesAreReadAsOffsetDateTimes() {
    store("/", 1, 5);

    OffsetDateTime at =
        jdbi.withHandle(
            handle -> handle.createQuery("SELECT at FROM views").mapTo(OffsetDateTime.class).one());

    assertThat(at.toInstant()).isEqualTo(AT);
  }

  @Test
  void thereAreNoTransactions() {
    assertThatThrownBy(() -> jdbi.useTransaction(handle -> handle.execute("SELECT 1")))
        .hasRootCauseMessage("setAutoCommit(false) is not supported.");
  }

  private List<String> strings(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private void store(String path, int version, int n) {
    Argument counts =
        (position, statement, context) -> statement.setObject(position, Map.of("k", 7L));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(INSERT)
                .bind("id", ID)
                .bind("site", "demo")
                .bind("n", n)
                .bind("small", 4_000_000_000L)
                .bind("signed", -3L)
                .bind("path", path)
                .bind("day", DAY)
                .bind("at", AT)
                .bind("bot", true)
                .bind("tags", new String[] {"x", "y'z"})
                .bind("counts", counts)
                .bind("ver", version)
                .bind("note", (String) null)
                .execute());
  }

  private void insertBatch(int rows) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO views (id, site, n, path, day, at, tags)"
                      + " VALUES (:id, :site, :n, :path, :day, :at, :tags)");
          for (int i = 0; i < rows; i++) {
            batch
                .bind("id", new UUID(1, i))
                .bind("site", "demo")
                .bind("n", i)
                .bind("path", "/trang\n\n" + i)
                .bind("day", DAY)
                .bind("at", AT)
                .bind("tags", new String[] {"a"})
                .add();
          }
          assertThat(batch.execute()).hasSize(rows);
        });
  }
}
