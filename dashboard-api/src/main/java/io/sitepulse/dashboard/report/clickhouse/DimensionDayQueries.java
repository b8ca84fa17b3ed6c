package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.WeekHeatMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Queries {@code dimension_days}, which has a row for each site, day, dimension and value. Whole
 * months are read from {@code dimension_months}.
 */
final class DimensionDayQueries {
  private static final ReportQueries.Replacement DAYS_ALONE =
      new ReportQueries.Replacement("rollup_rows.sql", "rollup_rows_by_day.sql");

  /** Up to this many pages, titles are queried by page. For more, the main query reads all. */
  private static final int MOST_TITLES = 500;

  private final ReportQueries reportQueries;
  private final MonthRollupAvailability monthRollupAvailability;

  DimensionDayQueries(
      ReportQueries reportQueries, MonthRollupAvailability monthRollupAvailability) {
    this.reportQueries = reportQueries;
    this.monthRollupAvailability = monthRollupAvailability;
  }

  /** Sums by hour of a day, without hours that have none. */
  Map<Integer, DaySums> hours(Collection<Site> sites, LocalDate day) {
    var hours = new TreeMap<Integer, DaySums>();
    reportQueries
        .list(
            "hours.sql",
            SiteDayQueries.bind(sites, Period.free(day, day)),
            (row, c) -> Map.entry(row.getInt("hour"), ReportQueries.sums(row, "")))
        .forEach(entry -> hours.put(entry.getKey(), entry.getValue()));
    return hours;
  }

  /** Page views and visits by weekday and hour. */
  List<WeekHeatMap.Cell> week(Collection<Site> sites, Period range) {
    return reportQueries.list(
        "hours.sql", SiteDayQueries.bind(sites, range), (row, c) -> cell(row));
  }

  static WeekHeatMap.Cell cell(ResultSet row) throws SQLException {
    return new WeekHeatMap.Cell(
        row.getInt("weekday"), row.getInt("hour"), row.getLong("views"), row.getLong("visits"));
  }

  /** The values of a dimension, their number and their totals. */
  FigureSource.Values values(
      Collection<Site> sites,
      Dimension dimension,
      ListQuery listQuery,
      Period range,
      Optional<Period> before) {
    boolean isPage = dimension == Dimension.PAGE;
    boolean withTitles =
        isPage && (!listQuery.search().isEmpty() || listQuery.limit() > MOST_TITLES);
    var rows =
        rollupQuery(sites, dimension, range, before)
            .list(
                "values.sql",
                query -> bindList(query, listQuery).bind("titled", withTitles),
                DimensionDayQueries::row);
    DaySums totals = totals(sites, dimension, range);
    if (rows.isEmpty() && listQuery.offset() > 0) {
      var first = new ListQuery(listQuery.sort(), listQuery.search(), 1, 0);
      long matching = values(sites, dimension, first, range, before).rows();
      return new FigureSource.Values(matching, totals, List.of());
    }
    long matching = rows.isEmpty() ? 0 : rows.get(0).matching();
    var listed = rows.stream().map(Row::value).toList();
    boolean needsTitles = isPage && !withTitles && !listed.isEmpty();
    return new FigureSource.Values(
        matching, totals, needsTitles ? withTitles(listed, sites, range) : listed);
  }

  private List<FigureSource.Value> withTitles(
      List<FigureSource.Value> values, Collection<Site> sites, Period range) {
    var titles = new HashMap<String, String>();
    var names = values.stream().map(FigureSource.Value::value).toList();
    rollupQuery(sites, Dimension.PAGE, range, Optional.empty())
        .list(
            "titles.sql",
            query -> query.bindList("values", names),
            (row, c) -> Map.entry(row.getString("value"), row.getString("latest")))
        .forEach(title -> titles.put(title.getKey(), title.getValue()));
    return values.stream()
        .map(value -> value.withTitle(titles.getOrDefault(value.value(), "")))
        .toList();
  }

  private DaySums totals(Collection<Site> sites, Dimension dimension, Period range) {
    Dimension whole = dimension == Dimension.BOT ? Dimension.BOT : Dimension.DEVICE;
    return rollupQuery(sites, whole, range, Optional.empty())
        .list("totals.sql", query -> {}, (row, c) -> ReportQueries.sums(row, ""))
        .get(0);
  }

  /** A query whose parameters of {@code rollup_rows.sql} are bound. */
  private RollupQuery rollupQuery(
      Collection<Site> sites, Dimension dimension, Period range, Optional<Period> before) {
    Optional<Period> months = monthRollupAvailability.within(range, sites);
    Optional<Period> beforeMonths =
        before.flatMap(other -> monthRollupAvailability.within(other, sites));
    boolean isByMonth = months.isPresent() || beforeMonths.isPresent();
    return new RollupQuery(
        isByMonth,
        query -> {
          query.bindList("sites", SiteDayQueries.ids(sites)).bind("dimension", dimension.label());
          ReportQueries.bind(query, "", Optional.of(range));
          ReportQueries.bind(query, "months_", months);
          ReportQueries.bind(query, "before_", before);
          ReportQueries.bind(query, "before_months_", beforeMonths);
        });
  }

  /** A query of the rollups. It includes month rollups only if there are usable ones. */
  private final class RollupQuery {
    private final boolean byMonth;
    private final Consumer<Query> bind;

    RollupQuery(boolean byMonth, Consumer<Query> bind) {
      this.byMonth = byMonth;
      this.bind = bind;
    }

    <T> List<T> list(String file, Consumer<Query> more, RowMapper<T> mapper) {
      return byMonth
          ? reportQueries.list(file, bind.andThen(more), mapper)
          : reportQueries.list(file, DAYS_ALONE, bind.andThen(more), mapper);
    }
  }

  private static Query bindList(Query query, ListQuery listQuery) {
    return query
        .bind("search", listQuery.search())
        .bind("sort", listQuery.sort().label())
        .bind("limit", listQuery.limit())
        .bind("offset", listQuery.offset());
  }

  private record Row(FigureSource.Value value, long matching) {}

  private static Row row(ResultSet row, StatementContext context) throws SQLException {
    var before =
        new DaySums(
            row.getLong("before_views"),
            row.getLong("before_visits"),
            row.getLong("before_visitors"),
            0);
    return new Row(
        new FigureSource.Value(
            row.getString("value"), row.getString("title"), ReportQueries.sums(row, ""), before),
        row.getLong("matching"));
  }
}
