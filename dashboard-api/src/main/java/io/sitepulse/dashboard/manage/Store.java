package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.clickhouse.SqlFile;
import io.sitepulse.contract.http.Problem;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClickHouse for answers of the management, asked in a {@link BlockingPool}. If it is away,
 * overloaded or has not been set up yet, that is a 503; any other refusal is a fault of ours.
 */
public final class Store {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int SECONDS = 10;

  /**
   * Codes of ClickHouse that time mends: not set up yet (60, 81), too slow (159, 160), too much at
   * once (202, 241), not reached (209, 210), shutting down (236, 394), no threads (439). 0: it was
   * not reached.
   */
  private static final Set<Integer> PASSING =
      Set.of(0, 60, 81, 159, 160, 202, 209, 210, 236, 241, 394, 439);

  private final Jdbi jdbi;
  private final BlockingPool pool;

  public Store(Jdbi jdbi, BlockingPool pool) {
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
            throw failure(file, e);
          }
        });
  }

  private static RuntimeException failure(String file, JdbiException e) {
    SQLException refusal = refusal(e);
    if (refusal == null || !PASSING.contains(refusal.getErrorCode())) {
      return e;
    }
    LOG.atWarn()
        .addKeyValue("query", file)
        .addKeyValue("code", refusal.getErrorCode())
        .log("clickhouse not asked");
    return Problem.unavailable("What is kept in ClickHouse cannot be read now.").asException();
  }

  private static @Nullable SQLException refusal(@Nullable Throwable e) {
    SQLException last = null;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      // The outer ones may have no code of their own.
      if (cause instanceof SQLException sql && (last == null || sql.getErrorCode() != 0)) {
        last = sql;
      }
    }
    return last;
  }
}
