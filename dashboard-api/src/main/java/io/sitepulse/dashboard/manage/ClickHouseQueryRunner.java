package io.sitepulse.dashboard.manage;

import io.sitepulse.clickhouse.SqlFile;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Runs ClickHouse queries of the management API in a {@link BlockingPool}. Errors are translated by
 * {@link ClickHouseErrors}.
 */
public final class ClickHouseQueryRunner {
  private static final int TIMEOUT_SECONDS = 10;

  private final Jdbi jdbi;
  private final BlockingPool pool;

  public ClickHouseQueryRunner(Jdbi jdbi, BlockingPool pool) {
    this.jdbi = jdbi;
    this.pool = pool;
  }

  /**
   * Returns the rows of a query.
   *
   * @param neighbour class in whose package the SQL file is
   * @param bind sets the parameters
   */
  public <T> Future<List<T>> list(
      Class<?> neighbour, String file, Consumer<Query> bind, RowMapper<T> mapper) {
    String sql = SqlFile.read(neighbour, file);
    return pool.run(
        () -> {
          try {
            return jdbi.withHandle(
                handle -> {
                  Query query = handle.createQuery(sql).setQueryTimeout(TIMEOUT_SECONDS);
                  bind.accept(query);
                  return query.map(mapper).list();
                });
          } catch (JdbiException e) {
            throw ClickHouseErrors.of(e, file, "ClickHouse is not available. Retry shortly.");
          }
        });
  }
}
