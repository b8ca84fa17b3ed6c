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

/** The way to ClickHouse: a small pool of JDBC connections, with queries by name of parameter. */
public final class ClickHouse implements AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /** Opens no connection yet: ClickHouse may be away now and come later. */
  public ClickHouse(ClickHouseConfig config) {
    var hikari = new HikariConfig();
    hikari.setPoolName("clickhouse");
    hikari.setJdbcUrl(config.url());
    hikari.setUsername(config.user());
    hikari.setPassword(config.password());
    hikari.setMaximumPoolSize(config.connections());
    hikari.setMinimumIdle(0);
    hikari.setInitializationFailTimeout(-1);
    hikari.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    hikari.setConnectionTestQuery("SELECT 1");
    hikari.addDataSourceProperty("connection_timeout", Long.toString(CONNECT_WITHIN.toMillis()));
    // Without it the driver waits for ever for an answer of a server that has gone silent.
    hikari.addDataSourceProperty("socket_timeout", Long.toString(ANSWER_WITHIN.toMillis()));
    this.pool = new HikariDataSource(hikari);
    this.jdbi = Jdbi.create(pool);
    jdbi.getConfig(SqlStatements.class).addCustomizer(new NoEscapes());
    // The driver's Timestamp is off by the JVM's time zone; its Instant is right.
    jdbi.registerColumnMapper(Instant.class, (row, i, context) -> row.getObject(i, Instant.class));
  }

  /**
   * The driver puts values into the text and then looks for JDBC escapes ({@code {fn …}}) in all of
   * it, values included: what a visitor typed would become SQL. So it must not look.
   */
  private static final class NoEscapes implements StatementCustomizer {
    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context)
        throws SQLException {
      statement.setEscapeProcessing(false);
    }
  }

  /** For queries and inserts. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Whether it answers; takes up to five seconds if it does not. */
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
