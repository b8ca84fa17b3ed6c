package io.sitepulse.warehouse.rollup;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.clickhouse.VisitQueryParameters;
import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.counter.DimensionValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
  private final Predicate<String> share;
  private final int maxValues;

  /**
   * Creates the tables as one instance sees them.
   *
   * @param share the sites whose days this instance recomputes
   * @param maxValues limit of values of a dimension on a site's day
   */
  RollupTables(Handle handle, Predicate<String> share, int maxValues) {
    this.handle = handle;
    this.share = share;
    this.maxValues = maxValues;
  }

  /** Returns the current time. */
  String now() {
    return query("now.sql").map((row, context) -> row.getString("now")).one();
  }

  /** Returns the time of two hours ago. */
  String recently() {
    return query("now.sql").map((row, context) -> row.getString("recently")).one();
  }

  /**
   * Returns the days of this instance whose raw events are newer than their rollups.
   *
   * @param since only days that were touched after this time
   */
  StaleDays staleDays(String since) {
    var live = new ArrayList<DayKey>();
    var history = new ArrayList<DayKey>();
    List<Boolean> rows =
        query("stale_days.sql")
            .bind("since", since)
            .bind("limit", MAX_DAYS)
            .map(
                (row, context) -> {
                  DayKey day = day(row);
                  return share.test(day.site())
                      && (row.getBoolean("live") ? live : history).add(day);
                })
            .list();
    return new StaleDays(DayRange.of(live), DayRange.of(history), rows.size() < MAX_DAYS);
  }

  /** Groups ranges into batches that are each recomputed in one statement. */
  List<SiteBatch> batches(List<DayRange> ranges) {
    var ids = ranges.stream().map(DayRange::site).distinct().toList();
    return SiteBatch.of(ranges, SiteDefinitions.of(handle, ids));
  }

  /** Returns the days of this instance that were rolled up after a time and have older rows. */
  List<DayRange> leftoverDays(String since) {
    return DayRange.of(
        leftoverDays(List.of(""), FIRST_DAY, LAST_DAY, since).stream()
            .filter(day -> share.test(day.site()))
            .toList());
  }

  /** Returns whether a batch has rows that are older than its rollups. */
  boolean hasLeftover(SiteBatch batch) {
    return !leftoverDays(batch.ids(), batch.from(), batch.to(), BEFORE_ALL).isEmpty();
  }

  private List<DayKey> leftoverDays(
      List<String> sites, LocalDate from, LocalDate to, String since) {
    return query("leftover_days.sql")
        .bindArray("sites", String.class, sites)
        .bind("from", from)
        .bind("to", to)
        .bind("since", since)
        .map((row, context) -> day(row))
        .list();
  }

  /** Splits a batch into parts that each fit into the memory of a server. */
  List<SiteBatch> split(SiteBatch batch, long maxEvents) {
    var events = new HashMap<DayKey, Long>();
    days(query("events_of_days.sql"), batch)
        .map((row, context) -> events.put(day(row), row.getLong("events")))
        .list();
    return batch.split(Map.copyOf(events), maxEvents);
  }

  /** Recomputes the rollups of a batch from its raw events. */
  void rollUp(SiteBatch batch, String version) {
    VisitQueryParameters.bind(update("roll_up.sql"), batch.sites(), batch.from(), batch.to())
        .bind("version", version)
        .bind("max_values", maxValues)
        .bind("other", DimensionValues.OTHER)
        .execute();
  }

  /** Notes the time up to which the rollups of a batch contain its raw events. */
  void noteRolled(SiteBatch batch, String version) {
    days(update("rolled_days.sql"), batch).bind("version", version).execute();
  }

  /** Returns months that are over and whose totals are older than the rollups of their days. */
  List<MonthBatch> staleMonths() {
    return MonthBatch.of(
        MonthRange.join(
            query("stale_months.sql")
                .bind("limit", MAX_DAYS)
                .map((row, context) -> month(row))
                .filter(month -> share.test(month.site()))
                .list()));
  }

  /** Recomputes the totals of a batch of months from the rollups of their days. */
  void rollUpMonths(MonthBatch batch, String version) {
    months(update("roll_up_months.sql"), batch).bind("version", version).execute();
  }

  /** Notes the time up to which the totals of a batch of months contain the rollups of days. */
  void noteSummed(MonthBatch batch, String version) {
    months(update("summed_months.sql"), batch).bind("version", version).execute();
  }

  /** Returns days that are over and have raw events newer than their resolved events. */
  List<DayRange> unresolvedDays() {
    return DayRange.of(
        query("unresolved_days.sql")
            .bind("limit", MAX_DAYS)
            .map((row, context) -> day(row))
            .filter(day -> share.test(day.site()))
            .list());
  }

  /** Assigns each raw event of a batch that counts to its visit. */
  void resolve(SiteBatch batch, String version) {
    VisitQueryParameters.bind(update("resolve.sql"), batch.sites(), batch.from(), batch.to())
        .bind("version", version)
        .execute();
  }

  /** Notes the time up to which the resolved events of a batch contain its raw events. */
  void noteResolved(SiteBatch batch, String version) {
    days(update("resolved_days.sql"), batch).bind("version", version).execute();
  }

  /** Deletes resolved events that are so old that no report still reads them. */
  void dropSuperseded(SiteBatch batch, String version) {
    boolean superseded =
        days(query("has_superseded.sql"), batch)
            .bind("version", version)
            .mapTo(Boolean.class)
            .one();
    if (superseded) {
      days(update("drop_superseded.sql"), batch).bind("version", version).execute();
    }
  }

  /** Returns months whose pages were not compared with their normal form since the upgrade. */
  List<MonthRange> uncheckedPages() {
    return query("unchecked_pages.sql")
        .bind("limit", MAX_DAYS)
        .map((row, context) -> month(row))
        .filter(month -> share.test(month.site()))
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

  private static <S extends SqlStatement<S>> S months(S statement, MonthBatch batch) {
    return statement
        .bindArray("sites", String.class, batch.sites())
        .bind("from", batch.from())
        .bind("to", batch.to());
  }

  private static <S extends SqlStatement<S>> S days(S statement, SiteBatch batch) {
    return statement
        .bindArray("sites", String.class, batch.ids())
        .bind("from", batch.from())
        .bind("to", batch.to());
  }

  private static DayKey day(ResultSet row) throws SQLException {
    return new DayKey(row.getString("site"), row.getObject("day", LocalDate.class));
  }

  private static MonthRange month(ResultSet row) throws SQLException {
    return MonthRange.of(
        row.getString("site"), YearMonth.from(row.getObject("month", LocalDate.class)));
  }

  private Query query(String file) {
    return handle.createQuery(SqlFile.read(RollupTables.class, file));
  }

  private Update update(String file) {
    return handle.createUpdate(SqlFile.read(RollupTables.class, file));
  }
}
