package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
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
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** What {@code dimension_days} says: a row a site, day, dimension and value. */
final class DimensionDays {
  /** A range without a day. */
  private static final LocalDate NO_FROM = LocalDate.of(1970, 1, 2);

  private static final LocalDate NO_TO = LocalDate.of(1970, 1, 1);

  /** Pages whose titles are asked for by their names; of more, all titles are read. */
  private static final int MOST_TITLES = 500;

  private final Queries queries;

  DimensionDays(Queries queries) {
    this.queries = queries;
  }

  /** Sums by hour of a day. */
  Map<Integer, DaySums> hours(Collection<Site> sites, LocalDate day) {
    var hours = new TreeMap<Integer, DaySums>();
    queries
        .list(
            "hours_of_day.sql",
            query -> query.bindList("sites", SiteDays.ids(sites)).bind("day", day),
            (row, c) -> Map.entry(row.getInt("hour"), Queries.sums(row, "")))
        .forEach(entry -> hours.put(entry.getKey(), entry.getValue()));
    return hours;
  }

  /** By weekday and hour. */
  List<Hours.Cell> week(Collection<Site> sites, Period range) {
    return queries.list("week.sql", SiteDays.bind(sites, range), (row, c) -> cell(row));
  }

  static Hours.Cell cell(ResultSet row) throws SQLException {
    return new Hours.Cell(
        row.getInt("weekday"), row.getInt("hour"), row.getLong("views"), row.getLong("visits"));
  }

  /** Values of a dimension with how many there are. */
  FigureSource.Values values(
      Collection<Site> sites,
      Dimension dimension,
      Listing listing,
      Period range,
      Optional<Period> before) {
    boolean isTitled =
        dimension == Dimension.PAGE
            && (!listing.search().isEmpty() || listing.limit() > MOST_TITLES);
    var rows =
        queries.list(
            isTitled ? "titled_values.sql" : "values.sql",
            asked(sites, dimension, listing, range, before),
            DimensionDays::row);
    DaySums totals = totals(sites, dimension, range);
    if (rows.isEmpty() && listing.offset() > 0) {
      var first = new Listing(listing.sort(), listing.search(), 1, 0);
      long matching = values(sites, dimension, first, range, before).rows();
      return new FigureSource.Values(matching, totals, List.of());
    }
    long matching = rows.isEmpty() ? 0 : rows.get(0).matching();
    var listed = rows.stream().map(Row::value).toList();
    boolean isBare = dimension == Dimension.PAGE && !isTitled && !listed.isEmpty();
    return new FigureSource.Values(
        matching, totals, isBare ? titled(listed, sites, range) : listed);
  }

  private List<FigureSource.Value> titled(
      List<FigureSource.Value> values, Collection<Site> sites, Period range) {
    var titles = new HashMap<String, String>();
    queries
        .list(
            "titles.sql",
            SiteDays.bind(sites, range)
                .andThen(
                    query ->
                        query.bindList(
                            "values", values.stream().map(FigureSource.Value::value).toList())),
            (row, c) -> Map.entry(row.getString("value"), row.getString("latest")))
        .forEach(title -> titles.put(title.getKey(), title.getValue()));
    return values.stream()
        .map(
            value ->
                new FigureSource.Value(
                    value.value(),
                    titles.getOrDefault(value.value(), ""),
                    value.sums(),
                    value.before()))
        .toList();
  }

  private DaySums totals(Collection<Site> sites, Dimension dimension, Period range) {
    Dimension whole = dimension == Dimension.BOT ? Dimension.BOT : Dimension.DEVICE;
    return queries
        .list(
            "totals.sql",
            SiteDays.bind(sites, range).andThen(query -> query.bind("dimension", whole.label())),
            (row, c) -> Queries.sums(row, ""))
        .get(0);
  }

  private static Consumer<Query> asked(
      Collection<Site> sites,
      Dimension dimension,
      Listing listing,
      Period range,
      Optional<Period> before) {
    return SiteDays.bind(sites, range)
        .andThen(
            query ->
                query
                    .bind("dimension", dimension.label())
                    .bind("before_from", before.map(Period::from).orElse(NO_FROM))
                    .bind("before_to", before.map(Period::to).orElse(NO_TO))
                    .bind("search", listing.search())
                    .bind("sort", listing.sort().label())
                    .bind("limit", listing.limit())
                    .bind("offset", listing.offset()));
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
            row.getString("value"), row.getString("title"), Queries.sums(row, ""), before),
        row.getLong("matching"));
  }
}
