package io.sitepulse.clickhouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** Access to ClickHouse through a small pool of JDBC connections. Queries have named parameters. */
public final class ClickHouse implements AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  /** Requests of people wait for a connection no longer than this. */
  private static final Duration WAIT = Duration.ofSeconds(5);

  /** On a busy machine a server that has just started, and the driver, may need longer. */
  private static final Duration WAIT_OF_COMMAND = Duration.ofMinutes(1);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /**
   * Prepares the pool. The first connection is opened by the first query, so ClickHouse need not
   * respond yet.
   */
  public ClickHouse(ClickHouseConfig config) {
    this(config, WAIT);
  }

  private ClickHouse(ClickHouseConfig config, Duration wait) {
    var hikari = new HikariConfig();
    hikari.setPoolName("clickhouse");
    hikari.setJdbcUrl(config.url());
    hikari.setUsername(config.user());
    hikari.setPassword(config.password());
    hikari.setMaximumPoolSize(config.connections());
    hikari.setMinimumIdle(0);
    hikari.setInitializationFailTimeout(-1);
    hikari.setConnectionTimeout(wait.toMillis());
    hikari.setConnectionTestQuery("SELECT 1");
    hikari.addDataSourceProperty("connection_timeout", Long.toString(CONNECT_WITHIN.toMillis()));
    // Without a timeout the driver waits forever for a server that no longer responds.
    hikari.addDataSourceProperty("socket_timeout", Long.toString(ANSWER_WITHIN.toMillis()));
    this.pool = new HikariDataSource(hikari);
    this.jdbi = Jdbi.create(pool);
    jdbi.getConfig(SqlStatements.class).addCustomizer(new NoEscapes());
    // The driver's Timestamp is off by the JVM's time zone; its Instant is right.
    jdbi.registerColumnMapper(Instant.class, (row, i, context) -> row.getObject(i, Instant.class));
  }

  /**
   * Prepares the pool of a command that does one long piece of work. A query waits up to a minute
   * for a connection before it fails.
   */
  public static ClickHouse forCommand(ClickHouseConfig config) {
    return new ClickHouse(config, WAIT_OF_COMMAND);
  }

  /**
   * Turns off JDBC escapes ({@code {fn …}}). The driver inserts the values first and then replaces
   * escapes in the whole text, so a visitor's text could become SQL.
   */
  private static final class NoEscapes implements StatementCustomizer {
    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context)
        throws SQLException {
      statement.setEscapeProcessing(false);
    }
  }

  /** The access object for queries and inserts. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Tells if ClickHouse responds. Blocks for up to five seconds if it does not. */
  public boolean answers() {
    try {
      return jdbi.withHandle(h -> h.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
