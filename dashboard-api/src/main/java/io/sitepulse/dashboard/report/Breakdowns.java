package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a breakdown together. */
final class Breakdowns {
  private final FigureSource figures;
  private final Extent extent;
  private final Days days;

  Breakdowns(FigureSource figures, Extent extent, Days days) {
    this.figures = figures;
    this.extent = extent;
    this.days = days;
  }

  Breakdown breakdown(Scope scope, Dimension dimension, Listing asked) {
    // Robots make no visits.
    Listing listing =
        dimension == Dimension.BOT
            ? new Listing(Sort.VIEWS, asked.search(), asked.limit(), asked.offset())
            : asked;
    Period begun = days.begun().orElse(null);
    if (begun == null) {
      return new Breakdown(dimension, 0, DaySums.ZERO, List.of());
    }
    var values =
        dimension == Dimension.SITE
            ? sites(scope, listing, begun)
            : figures.values(extent, dimension, listing, begun, days.compared());
    return new Breakdown(
        dimension,
        values.rows(),
        values.totals(),
        values.listed().stream().map(value -> value(value, values, listing.sort())).toList());
  }

  /** The sites as they are listed; of one site those it took over stand beside it. */
  private FigureSource.Values sites(Scope scope, Listing listing, Period begun) {
    Map<String, DaySums> now = figures.sites(extent, begun);
    Map<String, DaySums> then =
        days.compared().map(other -> figures.sites(extent, other)).orElseGet(Map::of);
    List<Extent.Part> parts =
        scope.kind() == Scope.Kind.SITE
            ? extent.members().stream().map(site -> new Extent.Part(site, List.of(site))).toList()
            : extent.parts();
    var all =
        parts.stream()
            .map(
                part ->
                    new FigureSource.Value(
                        part.site().id(), part.site().name(), sum(part, now), sum(part, then)))
            .toList();
    var searched = all.stream().filter(value -> isSearched(value, listing.search())).toList();
    return new FigureSource.Values(
        searched.size(),
        all.stream().map(FigureSource.Value::sums).reduce(DaySums.ZERO, DaySums::plus),
        searched.stream()
            .sorted(order(listing.sort()))
            .skip(listing.offset())
            .limit(listing.limit())
            .toList());
  }

  private Breakdown.Value value(FigureSource.Value value, FigureSource.Values values, Sort sort) {
    DaySums sums = value.sums();
    return new Breakdown.Value(
        value.value(),
        value.title().isEmpty() ? null : value.title(),
        sums.views(),
        sums.visits(),
        sums.visitors(),
        sums.engagedMs(),
        share(sort.of(sums), sort.of(values.totals())),
        before(days.compared(), value.before()));
  }

  private static Breakdown.@Nullable Before before(Optional<Period> compared, DaySums sums) {
    return compared.isEmpty()
        ? null
        : new Breakdown.Before(sums.views(), sums.visits(), sums.visitors());
  }

  private static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private static DaySums sum(Extent.Part part, Map<String, DaySums> sums) {
    return part.members().stream()
        .map(Site::id)
        .map(id -> sums.getOrDefault(id, DaySums.ZERO))
        .reduce(DaySums.ZERO, DaySums::plus);
  }

  /** Whether a search finds a value, in whatever case. */
  static boolean isSearched(FigureSource.Value value, String search) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return value.value().toLowerCase(Locale.ROOT).contains(wanted)
        || value.title().toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** The most first, equal ones by value. */
  static Comparator<FigureSource.Value> order(Sort sort) {
    return Comparator.comparingLong((FigureSource.Value value) -> -sort.of(value.sums()))
        .thenComparing(FigureSource.Value::value);
  }
}
