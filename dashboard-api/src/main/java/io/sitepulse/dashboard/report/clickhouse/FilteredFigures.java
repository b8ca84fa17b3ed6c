package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.WeekHeatMap;
import io.sitepulse.dashboard.report.clickhouse.FilteredEvents.SiteDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Figures of the visits that match the filters, summed from their events. */
final class FilteredFigures implements FigureSource {
  private final FilteredEvents events;

  FilteredFigures(FilteredEvents events) {
    this.events = events;
  }

  @Override
  public Map<LocalDate, DaySums> days(SiteSet siteSet, Period range) {
    var sums = new TreeMap<LocalDate, DaySums>();
    parts(siteSet, range).forEach(part -> add(sums, days(part, siteSet)));
    return sums;
  }

  @Override
  public Map<String, DaySums> sites(SiteSet siteSet, Period range) {
    var sums = new HashMap<String, DaySums>();
    parts(siteSet, range)
        .forEach(
            part ->
                begun(part, siteSet)
                    .ifPresent(
                        days -> add(sums, sums("site", (row, c) -> row.getString("site"), days))));
    return sums;
  }

  @Override
  public Map<Integer, DaySums> hours(SiteSet siteSet, LocalDate day) {
    var sums = new TreeMap<Integer, DaySums>();
    parts(siteSet, Period.free(day, day))
        .forEach(part -> add(sums, sums("hour", (row, c) -> row.getInt("hour"), part)));
    return sums;
  }

  @Override
  public List<WeekHeatMap.Cell> week(SiteSet siteSet, Period range) {
    var cells = new ArrayList<WeekHeatMap.Cell>();
    for (SiteDays part : parts(siteSet, range)) {
      cells.addAll(
          events.list(
              "filtered_week.sql",
              part,
              false,
              query -> {},
              (row, c) -> DimensionDayQueries.cell(row)));
    }
    return cells;
  }

  @Override
  public Values values(
      SiteSet siteSet,
      Dimension dimension,
      ListQuery listQuery,
      Period range,
      Optional<Period> before) {
    Map<String, Value> now = values(siteSet, dimension, range);
    Map<String, Value> then =
        before.map(days -> values(siteSet, dimension, days)).orElseGet(Map::of);
    var searched =
        now.values().stream()
            .filter(value -> BreakdownLoader.matches(value, listQuery.search()))
            .toList();
    var listed =
        searched.stream()
            .sorted(BreakdownLoader.order(listQuery.sort()))
            .skip(listQuery.offset())
            .limit(listQuery.limit())
            .map(value -> withComparison(value, then.get(value.value())))
            .toList();
    DaySums totals =
        dimension == Dimension.BOT
            ? sum(now.values().stream().map(Value::sums).toList())
            : sum(days(siteSet, range).values());
    return new Values(searched.size(), totals, listed);
  }

  /** The sums of each value of a dimension. */
  Map<String, DaySums> sumsByValue(SiteSet siteSet, Dimension dimension, Period range) {
    var sums = new HashMap<String, DaySums>();
    values(siteSet, dimension, range).forEach((name, value) -> sums.put(name, value.sums()));
    return sums;
  }

  private List<SiteDays> parts(SiteSet siteSet, Period range) {
    return events.parts(siteSet.members(), range);
  }

  private Map<LocalDate, DaySums> days(SiteDays part, SiteSet siteSet) {
    return begun(part, siteSet)
        .map(begun -> sums("day", (row, c) -> row.getObject("day", LocalDate.class), begun))
        .orElseGet(Map::of);
  }

  private static Optional<SiteDays> begun(SiteDays part, SiteSet siteSet) {
    return part.until(part.site().dayAt(siteSet.now()));
  }

  /**
   * Sums by a column.
   *
   * @param column {@code site}, {@code day} or {@code hour}
   */
  private <K> Map<K, DaySums> sums(String column, RowMapper<K> key, SiteDays part) {
    var found = new HashMap<K, DaySums>();
    events
        .list(
            "filtered_sums.sql",
            part,
            false,
            query -> query.define("key", column),
            (row, c) -> Map.entry(key.map(row, c), ReportQueries.sums(row, "")))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private Map<String, Value> values(SiteSet siteSet, Dimension dimension, Period range) {
    var found = new HashMap<String, Found>();
    for (SiteDays part : parts(siteSet, range)) {
      events
          .list(
              "filtered_values.sql",
              part,
              dimension == Dimension.BOT,
              query -> query.bind("dimension", dimension.label()),
              (row, c) -> found(row))
          .forEach(more -> found.merge(more.value().value(), more, FilteredFigures::merge));
    }
    var values = new HashMap<String, Value>();
    found.forEach((value, one) -> values.put(value, one.value()));
    return values;
  }

  /**
   * A value with the day its title was last seen, and the site. Of titles of the same day the last
   * site's is used, as in {@code titles.sql}.
   */
  private record Found(Value value, LocalDate titled, String site) {
    static final Comparator<Found> BY_TITLE =
        Comparator.comparing(Found::titled).thenComparing(Found::site);
  }

  private static Found found(ResultSet row) throws SQLException {
    var value =
        new Value(
            row.getString("value"),
            row.getString("title"),
            ReportQueries.sums(row, ""),
            DaySums.ZERO);
    return new Found(
        value, row.getObject("title_day", LocalDate.class), row.getString("title_site"));
  }

  private static Found merge(Found one, Found other) {
    Found titled = Found.BY_TITLE.compare(other, one) < 0 ? one : other;
    var value =
        new Value(
            one.value().value(),
            titled.value().title(),
            one.value().sums().plus(other.value().sums()),
            DaySums.ZERO);
    return new Found(value, titled.titled(), titled.site());
  }

  private static Value withComparison(Value now, @Nullable Value before) {
    return before == null ? now : new Value(now.value(), now.title(), now.sums(), before.sums());
  }

  private static DaySums sum(Collection<DaySums> all) {
    return all.stream().reduce(DaySums.ZERO, DaySums::plus);
  }

  private static <K> void add(Map<K, DaySums> sums, Map<K, DaySums> more) {
    more.forEach((key, value) -> sums.merge(key, value, DaySums::plus));
  }
}
