package io.sitepulse.dashboard.report;

import io.sitepulse.contract.clickhouse.SqlFile;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.dashboard.manage.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks ClickHouse what a file beside this class asks. If it is away, overloaded or too slow, that
 * is a 503; any other refusal is a fault of ours.
 */
final class Queries {
  private static final String AWAY = "Reports are not available at the moment; live figures are.";

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
    return list(file, file, name -> name, bind, mapper);
  }

  /** The same of a file that includes {@code rolled.sql}, with days alone in its place. */
  <T> List<T> listByDay(String file, Consumer<Query> bind, RowMapper<T> mapper) {
    return list(
        file,
        file + " by day",
        name -> name.equals("rolled.sql") ? "rolled_by_day.sql" : name,
        bind,
        mapper);
  }

  private <T> List<T> list(
      String file,
      String key,
      UnaryOperator<String> included,
      Consumer<Query> bind,
      RowMapper<T> mapper) {
    String sql = files.computeIfAbsent(key, none -> SqlFile.read(Queries.class, file, included));
    try {
      return jdbi.withHandle(
          handle -> {
            Query query = handle.createQuery(sql).setQueryTimeout(seconds);
            bind.accept(query);
            return query.map(mapper).list();
          });
    } catch (JdbiException e) {
      throw Refusal.of(e, file, AWAY);
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
}
