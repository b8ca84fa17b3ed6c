package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.manage.ClickHouseErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Runs the SQL files beside this class in ClickHouse. If it is unavailable, overloaded or too slow,
 * a query fails with 503. Any other error is a bug and fails with 500.
 */
final class ReportQueries {
  private static final String UNAVAILABLE =
      "Reports are unavailable at the moment. Live figures still work.";

  /** An empty range. */
  private static final LocalDate NO_FROM = LocalDate.of(1970, 1, 2);

  private static final LocalDate NO_TO = LocalDate.of(1970, 1, 1);

  private static final Replacement NO_REPLACEMENT = new Replacement("", "");

  private final Jdbi jdbi;
  private final int seconds;
  private final Map<String, String> files = new ConcurrentHashMap<>();

  ReportQueries(Jdbi jdbi, Duration timeout) {
    this.jdbi = jdbi;
    this.seconds = (int) Math.max(1, timeout.toSeconds());
  }

  /**
   * The rows of a query.
   *
   * @param file name of the SQL file
   * @param bind binds the parameters
   * @throws io.sitepulse.runtime.http.ProblemException 503
   */
  <T> List<T> list(String file, Consumer<Query> bind, RowMapper<T> mapper) {
    return list(file, NO_REPLACEMENT, bind, mapper);
  }

  /**
   * Replaces an included file by another one.
   *
   * @param included name of the file to replace
   * @param replacement name of the file to include instead
   */
  record Replacement(String included, String replacement) {
    String of(String name) {
      return name.equals(included) ? replacement : name;
    }
  }

  /** The rows of a query with one of its included files replaced. */
  <T> List<T> list(
      String file, Replacement replacement, Consumer<Query> bind, RowMapper<T> mapper) {
    String sql =
        files.computeIfAbsent(
            file + " " + replacement.replacement(),
            none -> SqlFile.read(ReportQueries.class, file, replacement::of));
    try {
      return jdbi.withHandle(
          handle -> {
            Query query = handle.createQuery(sql).setQueryTimeout(seconds);
            bind.accept(query);
            return query.map(mapper).list();
          });
    } catch (JdbiException e) {
      throw ClickHouseErrors.of(e, file, UNAVAILABLE);
    }
  }

  /**
   * Binds the first and the last day of a range, or an empty range.
   *
   * @param prefix prefix of the parameters {@code from} and {@code to}
   */
  static void bind(Query query, String prefix, Optional<Period> range) {
    query
        .bind(prefix + "from", range.map(Period::from).orElse(NO_FROM))
        .bind(prefix + "to", range.map(Period::to).orElse(NO_TO));
  }

  /** Reads the columns views, visits, visitors and engaged_ms, whose names have a prefix. */
  static DaySums sums(ResultSet row, String prefix) throws SQLException {
    return new DaySums(
        row.getLong(prefix + "views"),
        row.getLong(prefix + "visits"),
        row.getLong(prefix + "visitors"),
        row.getLong(prefix + "engaged_ms"));
  }
}
