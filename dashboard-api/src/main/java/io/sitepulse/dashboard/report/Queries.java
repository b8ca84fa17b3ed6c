package io.sitepulse.dashboard.report;

import io.sitepulse.contract.clickhouse.SqlFile;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.http.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks ClickHouse what a file beside this class asks. If it is away, overloaded or too slow, that
 * is a 503; any other refusal is a fault of ours.
 */
final class Queries {
  private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

  /**
   * Codes of ClickHouse that time mends: tables not made yet (60, 81), too slow (159, 160), too
   * much at once (202, 241), not reached (209, 210), out of threads or space (439, 243), shutting
   * down (236, 394). 0: it was not ClickHouse that refused, so it was not reached.
   */
  private static final Set<Integer> PASSING =
      Set.of(0, 60, 81, 159, 160, 202, 209, 210, 236, 241, 243, 394, 439);

  private final Jdbi jdbi;
  private final int seconds;
  private final Map<String, String> files = new ConcurrentHashMap<>();

  Queries(Jdbi jdbi, Duration timeout) {
    this.jdbi = jdbi;
    this.seconds = (int) Math.max(1, timeout.toSeconds());
  }

  /**
   * The rows of an answer.
   *
   * @param file of the question
   * @param bind its parameters
   * @throws io.sitepulse.contract.http.ProblemException 503
   */
  <T> List<T> list(String file, Consumer<Query> bind, RowMapper<T> mapper) {
    String sql = files.computeIfAbsent(file, name -> SqlFile.read(Queries.class, name));
    try {
      return jdbi.withHandle(
          handle -> {
            Query query = handle.createQuery(sql).setQueryTimeout(seconds);
            bind.accept(query);
            return query.map(mapper).list();
          });
    } catch (JdbiException e) {
      throw failure(file, e);
    }
  }

  /** Reads views, visits, visitors and engaged_ms of a row, with what stands before their names. */
  static DaySums sums(ResultSet row, String prefix) throws SQLException {
    return new DaySums(
        row.getLong(prefix + "views"),
        row.getLong(prefix + "visits"),
        row.getLong(prefix + "visitors"),
        row.getLong(prefix + "engaged_ms"));
  }

  private static RuntimeException failure(String file, JdbiException e) {
    int code = codeOf(e);
    if (!PASSING.contains(code)) {
      return e;
    }
    LOG.atWarn().addKeyValue("query", file).addKeyValue("code", code).log("report not answered");
    return Problem.unavailable("Reports are not available at the moment; live figures are.")
        .asException();
  }

  private static int codeOf(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal && refusal.getErrorCode() != 0) {
        return refusal.getErrorCode();
      }
    }
    return hasSqlCause(e) ? 0 : -1;
  }

  private static boolean hasSqlCause(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }
}
