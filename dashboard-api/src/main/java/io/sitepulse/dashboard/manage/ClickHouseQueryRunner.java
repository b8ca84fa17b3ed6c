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
 * ClickHouse for answers of the management, asked in a {@link BlockingPool}. What it means that it
 * does not answer, {@link ClickHouseErrors} says.
 */
public final class ClickHouseQueryRunner {
  private static final int SECONDS = 10;

  private final Jdbi jdbi;
  private final BlockingPool pool;

  public ClickHouseQueryRunner(Jdbi jdbi, BlockingPool pool) {
    this.jdbi = jdbi;
    this.pool = pool;
  }

  /**
   * The rows of an answer.
   *
   * @param neighbour beside which the file of the question is
   * @param bind sets its parameters
   */
  public <T> Future<List<T>> list(
      Class<?> neighbour, String file, Consumer<Query> bind, RowMapper<T> mapper) {
    String sql = SqlFile.read(neighbour, file);
    return pool.run(
        () -> {
          try {
            return jdbi.withHandle(
                handle -> {
                  Query query = handle.createQuery(sql).setQueryTimeout(SECONDS);
                  bind.accept(query);
                  return query.map(mapper).list();
                });
          } catch (JdbiException e) {
            throw ClickHouseErrors.of(e, file, "What is kept in ClickHouse cannot be read now.");
          }
        });
  }
}
