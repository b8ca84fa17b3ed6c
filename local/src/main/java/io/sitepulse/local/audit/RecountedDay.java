package io.sitepulse.local.audit;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * One site and day recounted from its raw events by the audit's own rules.
 *
 * @param sums the counted numbers
 * @param ledger the number of events by outcome
 */
public record RecountedDay(String site, LocalDate day, DaySums sums, Ledger ledger) {

  /** Recounts the days of one site. A day without events is left out. */
  public static List<RecountedDay> of(Jdbi jdbi, String site, LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle -> {
          handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
          return handle
              .createQuery(SqlFile.read(RecountedDay.class, "recounted_days.sql"))
              .bind("site", site)
              .bind("from", from)
              .bind("to", to)
              .map((row, context) -> read(row))
              .list();
        });
  }

  private static RecountedDay read(ResultSet row) throws SQLException {
    var sums =
        new DaySums(
            row.getLong("views"),
            row.getLong("visits"),
            row.getLong("visitors"),
            row.getLong("engaged_ms"));
    var ledger =
        new Ledger(
            row.getLong("received"),
            row.getLong("counted_views"),
            row.getLong("counted_heartbeats"),
            row.getLong("duplicates"),
            row.getLong("bots"),
            reasons(row),
            0);
    return new RecountedDay(
        row.getString("subject"), row.getObject("day", LocalDate.class), sums, ledger);
  }

  private static Map<Reason, Long> reasons(ResultSet row) throws SQLException {
    var reasons = new EnumMap<Reason, Long>(Reason.class);
    if (row.getObject("rejected") instanceof Map<?, ?> map) {
      map.forEach(
          (label, events) -> {
            if (events instanceof Number count && count.longValue() > 0) {
              reasons.merge(Reason.of(label.toString()), count.longValue(), Long::sum);
            }
          });
    }
    return reasons;
  }
}
