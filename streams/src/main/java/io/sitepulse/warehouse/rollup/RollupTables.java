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

/**
 * Reads and writes the tables of the rollups. Times are those of the ClickHouse server. They are
 * passed as text, because only ClickHouse compares them.
 */
final class RollupTables {
  /** A time before the first rollup. */
  static final String BEFORE_ALL = "1970-01-01 00:00:00.000000";

  private static final int MAX_DAYS = 50_000;
  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
  private static final LocalDate LAST_DAY = LocalDate.of(2149, 6, 6);

  private final Handle handle;

  RollupTables(Handle handle) {
    this.handle = handle;
  }

  /** Returns the current time. */
  String now() {
    return query("now.sql").map((row, context) -> row.getString("now")).one();
  }

  /** Returns the time of two hours ago. */
  String recently() {
    return query("now.sql").map((row, context) -> row.getString("recently")).one();
  }

  StaleDays staleDays() {
    var live = new ArrayList<DayKey>();
    var history = new ArrayList<DayKey>();
    var total = new long[1];
    query("stale_days.sql")
        .bind("limit", MAX_DAYS)
        .map(
            (row, context) -> {
              total[0] = row.getLong("waiting");
              return (row.getBoolean("live") ? live : history).add(day(row));
            })
        .list();
    return new StaleDays(DayRange.of(live), DayRange.of(history), total[0]);
  }

  /** Returns the days of all sites that were rolled up after a time and still have older rows. */
  List<DayRange> leftoverDays(String since) {
    return DayRange.of(leftoverDays("", FIRST_DAY, LAST_DAY, since));
  }

  /** Returns whether a range has rows that are older than its rollups. */
  boolean hasLeftover(DayRange range) {
    return !leftoverDays(range.site(), range.from(), range.to(), BEFORE_ALL).isEmpty();
  }

  private List<DayKey> leftoverDays(String site, LocalDate from, LocalDate to, String since) {
    return query("leftover_days.sql")
        .bind("site", site)
        .bind("from", from)
        .bind("to", to)
        .bind("since", since)
        .map((row, context) -> day(row))
        .list();
  }

  /** Splits a range into parts that each fit into the memory of a server. */
  List<DayRange> split(DayRange range, long maxEvents) {
    var events = new HashMap<LocalDate, Long>();
    days(query("events_of_days.sql"), range)
        .map(
            (row, context) ->
                events.put(row.getObject("day", LocalDate.class), row.getLong("events")))
        .list();
    return range.split(Map.copyOf(events), maxEvents);
  }

  /** Recomputes the rollups of a range from its raw events. */
  void rollUp(DayRange range, String version) {
    var site = SiteDefinitions.site(handle, range.site());
    VisitQueryParameters.bind(update("roll_up.sql"), site, range.from(), range.to())
        .bind("version", version)
        .execute();
  }

  /** Notes the time up to which the rollups of a range contain its raw events. */
  void noteRolled(DayRange range, String version) {
    days(update("rolled_days.sql"), range).bind("version", version).execute();
  }

  /** Returns months that are over and whose totals are older than the rollups of their days. */
  List<MonthRange> staleMonths() {
    return MonthRange.join(
        query("stale_months.sql")
            .bind("limit", MAX_DAYS)
            .map(
                (row, context) ->
                    MonthRange.of(
                        row.getString("site"),
                        YearMonth.from(row.getObject("month", LocalDate.class))))
            .list());
  }

  /** Recomputes the totals of a range of months from the rollups of their days. */
  void rollUpMonths(MonthRange range, String version) {
    months(update("roll_up_months.sql"), range).bind("version", version).execute();
  }

  /** Notes the time up to which the totals of a range of months contain the rollups of days. */
  void noteSummed(MonthRange range, String version) {
    months(update("summed_months.sql"), range).bind("version", version).execute();
  }

  /** Returns days that are over and have raw events newer than their resolved events. */
  List<DayRange> unresolvedDays() {
    return DayRange.of(
        query("unresolved_days.sql")
            .bind("limit", MAX_DAYS)
            .map((row, context) -> day(row))
            .list());
  }

  /** Assigns each raw event of a range that counts to its visit. */
  void resolve(DayRange range, String version) {
    var site = SiteDefinitions.site(handle, range.site());
    VisitQueryParameters.bind(update("resolve.sql"), site, range.from(), range.to())
        .bind("version", version)
        .execute();
  }

  /** Notes the time up to which the resolved events of a range contain its raw events. */
  void noteResolved(DayRange range, String version) {
    days(update("resolved_days.sql"), range).bind("version", version).execute();
  }

  /** Deletes resolved events that are so old that no report still reads them. */
  void dropSuperseded(DayRange range, String version) {
    boolean superseded =
        days(query("has_superseded.sql"), range)
            .bind("version", version)
            .mapTo(Boolean.class)
            .one();
    if (superseded) {
      days(update("drop_superseded.sql"), range).bind("version", version).execute();
    }
  }

  /** Returns months whose pages were not compared with their normal form since the upgrade. */
  List<MonthRange> uncheckedPages() {
    return query("unchecked_pages.sql")
        .bind("limit", MAX_DAYS)
        .map(
            (row, context) ->
                MonthRange.of(
                    row.getString("site"), YearMonth.from(row.getObject("month", LocalDate.class))))
        .list();
  }

  /** Returns pages of a month that may not be in their normal form, in order. */
  List<String> unusualPages(MonthRange month, String after, int limit) {
    return months(query("unusual_pages.sql"), month)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** Notes the normal forms of pages by their spellings. */
  void noteSpellings(String site, Map<String, String> pages) {
    if (!pages.isEmpty()) {
      var batch =
          handle.prepareBatch(
              "INSERT INTO sitepulse.page_spellings (site, spelling, page) VALUES (?, ?, ?)");
      pages.forEach((spelling, page) -> batch.bind(0, site).bind(1, spelling).bind(2, page).add());
      batch.execute();
    }
  }

  /** Makes the days of a month stale whose rollups have pages by other spellings. */
  void touchRespelled(MonthRange month) {
    months(update("touch_respelled.sql"), month).execute();
  }

  /** Notes the time up to which the pages of a month were compared with their normal form. */
  void notePagesChecked(MonthRange month, String version) {
    update("checked_pages.sql")
        .bind("site", month.site())
        .bind("from", month.from())
        .bind("version", version)
        .execute();
  }

  private static <S extends SqlStatement<S>> S months(S statement, MonthRange range) {
    return statement.bind("site", range.site()).bind("from", range.from()).bind("to", range.to());
  }

  private static <S extends SqlStatement<S>> S days(S statement, DayRange range) {
    return statement.bind("site", range.site()).bind("from", range.from()).bind("to", range.to());
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
