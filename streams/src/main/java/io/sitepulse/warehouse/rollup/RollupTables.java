package io.sitepulse.warehouse.rollup;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.counter.DayKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The rollups' tables in ClickHouse. Times are ClickHouse's own, as text, for it to compare. */
final class RollupTables {
  /** Before any rollup. */
  static final String EVER = "1970-01-01 00:00:00.000000";

  private static final int MOST_DAYS = 50_000;
  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
  private static final LocalDate LAST_DAY = LocalDate.of(2149, 6, 6);

  private final Handle handle;

  RollupTables(Handle handle) {
    this.handle = handle;
  }

  /** The time now. */
  String now() {
    return query("now.sql").map((row, context) -> row.getString("now")).one();
  }

  /** Two hours ago. */
  String recently() {
    return query("now.sql").map((row, context) -> row.getString("recently")).one();
  }

  StaleDays waiting() {
    var live = new ArrayList<DayKey>();
    var history = new ArrayList<DayKey>();
    var all = new long[1];
    query("stale_days.sql")
        .bind("limit", MOST_DAYS)
        .map(
            (row, context) -> {
              all[0] = row.getLong("waiting");
              return (row.getBoolean("live") ? live : history).add(day(row));
            })
        .list();
    return new StaleDays(DayRange.of(live), DayRange.of(history), all[0]);
  }

  /** Days anywhere, rolled up after a time, with rows that their rollups left behind. */
  List<DayRange> leftOver(String since) {
    return DayRange.of(leftOver("", FIRST_DAY, LAST_DAY, since));
  }

  /** Whether a run has such rows. */
  boolean isLeftOver(DayRange run) {
    return !leftOver(run.site(), run.from(), run.to(), EVER).isEmpty();
  }

  private List<DayKey> leftOver(String site, LocalDate from, LocalDate to, String since) {
    return query("leftover_days.sql")
        .bind("site", site)
        .bind("from", from)
        .bind("to", to)
        .bind("since", since)
        .map((row, context) -> day(row))
        .list();
  }

  /** The run in pieces of which each can be computed within a server's memory. */
  List<DayRange> pieces(DayRange run, long mostEvents) {
    var events = new HashMap<LocalDate, Long>();
    days(query("events_of_days.sql"), run)
        .map(
            (row, context) ->
                events.put(row.getObject("day", LocalDate.class), row.getLong("events")))
        .list();
    return run.pieces(Map.copyOf(events), mostEvents);
  }

  /** Computes a run's rollups anew from its raw events. */
  void rollUp(DayRange run, String version) {
    var site = SiteDefinitions.site(handle, run.site());
    VisitQueryParameters.bind(update("roll_up.sql"), site, run.from(), run.to())
        .bind("version", version)
        .execute();
  }

  /** Notes up to when a run's raw events were seen. */
  void rolled(DayRange run, String version) {
    days(update("rolled_days.sql"), run).bind("version", version).execute();
  }

  /** Months that are over and have days whose rollups their sums have not seen. */
  List<MonthRange> waitingMonths() {
    return MonthRange.joined(
        query("stale_months.sql")
            .bind("limit", MOST_DAYS)
            .map(
                (row, context) ->
                    MonthRange.of(
                        row.getString("site"),
                        YearMonth.from(row.getObject("month", LocalDate.class))))
            .list());
  }

  /** Computes the sums of a run's months anew from the rollups of their days. */
  void sumUp(MonthRange run, String version) {
    months(update("roll_up_months.sql"), run).bind("version", version).execute();
  }

  /** Notes up to when the rollups of a run's days were seen. */
  void summed(MonthRange run, String version) {
    months(update("summed_months.sql"), run).bind("version", version).execute();
  }

  /** Days that are over and have raw events that were not seen when they were resolved. */
  List<DayRange> unresolved() {
    return DayRange.of(
        query("unresolved_days.sql")
            .bind("limit", MOST_DAYS)
            .map((row, context) -> day(row))
            .list());
  }

  /** Resolves a run's raw events anew: each that counts to its visit. */
  void resolve(DayRange run, String version) {
    var site = SiteDefinitions.site(handle, run.site());
    VisitQueryParameters.bind(update("resolve.sql"), site, run.from(), run.to())
        .bind("version", version)
        .execute();
  }

  /** Notes up to when a run's raw events were seen. */
  void resolved(DayRange run, String version) {
    days(update("resolved_days.sql"), run).bind("version", version).execute();
  }

  /** Deletes what was resolved of a run so long before that nobody reads it. */
  void dropSuperseded(DayRange run, String version) {
    boolean isThere =
        days(query("has_superseded.sql"), run).bind("version", version).mapTo(Boolean.class).one();
    if (isThere) {
      days(update("drop_superseded.sql"), run).bind("version", version).execute();
    }
  }

  private static <S extends SqlStatement<S>> S months(S statement, MonthRange run) {
    return statement.bind("site", run.site()).bind("from", run.from()).bind("to", run.to());
  }

  private static <S extends SqlStatement<S>> S days(S statement, DayRange run) {
    return statement.bind("site", run.site()).bind("from", run.from()).bind("to", run.to());
  }

  private static DayKey day(ResultSet row) throws SQLException {
    return new DayKey(row.getString("site"), row.getObject("day", LocalDate.class));
  }

  private Query query(String file) {
    return handle.createQuery(SqlFile.read(RollupTables.class, file));
  }

  private Update update(String file) {
    return handle.createUpdate(SqlFile.read(RollupTables.class, file));
  }
}
