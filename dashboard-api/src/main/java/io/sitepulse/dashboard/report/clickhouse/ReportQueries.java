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
 * Asks ClickHouse what a file beside this class asks. If it is away, overloaded or too slow, that
 * is a 503; any other refusal is a fault of ours.
 */
final class ReportQueries {
  private static final String AWAY = "Reports are not available at the moment; live figures are.";

  /** A range without a day. */
  private static final LocalDate NO_FROM = LocalDate.of(1970, 1, 2);

  private static final LocalDate NO_TO = LocalDate.of(1970, 1, 1);

  private static final Instead AS_IT_IS = new Instead("", "");

  private final Jdbi jdbi;
  private final int seconds;
  private final Map<String, String> files = new ConcurrentHashMap<>();

  ReportQueries(Jdbi jdbi, Duration timeout) {
    this.jdbi = jdbi;
    this.seconds = (int) Math.max(1, timeout.toSeconds());
  }

  /**
   * The rows of an answer.
   *
   * @param file of the question
   * @param bind its parameters
   * @throws io.sitepulse.runtime.http.ProblemException 503
   */
  <T> List<T> list(String file, Consumer<Query> bind, RowMapper<T> mapper) {
    return list(file, AS_IT_IS, bind, mapper);
  }

  /**
   * A file to take in the place of one that is included.
   *
   * @param included its name
   */
  record Instead(String included, String taken) {
    String of(String name) {
      return name.equals(included) ? taken : name;
    }
  }

  /** The same, with another file in the place of one that it includes. */
  <T> List<T> list(String file, Instead instead, Consumer<Query> bind, RowMapper<T> mapper) {
    String sql =
        files.computeIfAbsent(
            file + " " + instead.taken(),
            none -> SqlFile.read(ReportQueries.class, file, instead::of));
    try {
      return jdbi.withHandle(
          handle -> {
            Query query = handle.createQuery(sql).setQueryTimeout(seconds);
            bind.accept(query);
            return query.map(mapper).list();
          });
    } catch (JdbiException e) {
      throw ClickHouseErrors.of(e, file, AWAY);
    }
  }

  /**
   * Binds the first and the last day of a range, or a range without any day.
   *
   * @param prefix what stands before {@code from} and {@code to}
   */
  static void bind(Query query, String prefix, Optional<Period> range) {
    query
        .bind(prefix + "from", range.map(Period::from).orElse(NO_FROM))
        .bind(prefix + "to", range.map(Period::to).orElse(NO_TO));
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
