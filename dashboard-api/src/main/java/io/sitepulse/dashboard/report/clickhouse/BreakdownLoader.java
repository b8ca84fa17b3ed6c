package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.ListQuery;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.Sort;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads a breakdown by the values of a dimension. */
final class BreakdownLoader {
  private final Scope scope;
  private final FigureSource figures;
  private final SiteSet siteSet;
  private final ResolvedReport report;
  private final Map<String, LocalDate> firstDays;
  private final Map<String, List<Site>> membersBySite = new HashMap<>();

  /**
   * Creates a loader.
   *
   * @param firstDays the first day with figures by site id. Not needed without a comparison
   */
  BreakdownLoader(ResolvedReport report, Map<String, LocalDate> firstDays) {
    this.firstDays = firstDays;
    this.scope = report.query().scope();
    this.figures = report.figures();
    this.siteSet = report.siteSet();
    this.report = report;
    parts().forEach(part -> membersBySite.put(part.site().id(), part.members()));
  }

  Breakdown load(Dimension dimension, ListQuery asked) {
    // Robots have page views only, so they cannot be sorted by visits.
    ListQuery listQuery =
        dimension == Dimension.BOT
            ? new ListQuery(Sort.VIEWS, asked.search(), asked.limit(), asked.offset())
            : asked;
    Period begun = report.begun().orElse(null);
    if (begun == null) {
      return new Breakdown(dimension, 0, DaySums.ZERO, List.of());
    }
    var values =
        dimension == Dimension.SITE ? sites(listQuery, begun) : values(dimension, listQuery, begun);
    return new Breakdown(
        dimension,
        values.rows(),
        values.totals(),
        values.listed().stream()
            .map(value -> value(dimension, value, values, listQuery.sort()))
            .toList());
  }

  private FigureSource.Values values(Dimension dimension, ListQuery listQuery, Period begun) {
    ComparedFigures earlier = report.comparedFigures();
    return earlier == null
        ? figures.values(siteSet, dimension, listQuery, begun, Optional.empty())
        : earlier.values(dimension, listQuery, begun);
  }

  /** The listed sites. For a single site: itself and its predecessors, each on its own. */
  private FigureSource.Values sites(ListQuery listQuery, Period begun) {
    Map<String, DaySums> now = figures.sites(siteSet, begun);
    ComparedFigures earlier = report.comparedFigures();
    Map<String, DaySums> then = earlier == null ? Map.of() : earlier.sites();
    var all =
        parts().stream()
            .map(
                part ->
                    new FigureSource.Value(
                        part.site().id(), part.site().name(), sum(part, now), sum(part, then)))
            .toList();
    var searched = all.stream().filter(value -> matches(value, listQuery.search())).toList();
    return new FigureSource.Values(
        searched.size(),
        all.stream().map(FigureSource.Value::sums).reduce(DaySums.ZERO, DaySums::plus),
        searched.stream()
            .sorted(order(listQuery.sort()))
            .skip(listQuery.offset())
            .limit(listQuery.limit())
            .toList());
  }

  private List<SiteSet.Part> parts() {
    return scope.kind() == Scope.Kind.SITE
        ? siteSet.members().stream().map(site -> new SiteSet.Part(site, List.of(site))).toList()
        : siteSet.parts();
  }

  private Breakdown.Value value(
      Dimension dimension, FigureSource.Value value, FigureSource.Values values, Sort sort) {
    DaySums sums = value.sums();
    return new Breakdown.Value(
        value.value(),
        value.title().isEmpty() ? null : value.title(),
        sums.views(),
        sums.visits(),
        sums.visitors(),
        sums.engagedMs(),
        share(sort.of(sums), sort.of(values.totals())),
        before(value.before(), counted(dimension, value.value())));
  }

  /** The sites that a value is of: one listed site, or all of the report. */
  private List<Site> counted(Dimension dimension, String value) {
    return dimension == Dimension.SITE
        ? membersBySite.getOrDefault(value, List.of())
        : siteSet.members();
  }

  private Breakdown.@Nullable Before before(DaySums sums, List<Site> sites) {
    var compared = report.compared().map(PeriodResponse::of).orElse(null);
    LocalDate first =
        sites.stream()
            .map(site -> firstDays.get(site.id()))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return compared == null || compared.isUncounted(first)
        ? null
        : new Breakdown.Before(
            sums.views(), sums.visits(), sums.visitors(), compared.isCovered(first) ? null : first);
  }

  private static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private static DaySums sum(SiteSet.Part part, Map<String, DaySums> sums) {
    return part.members().stream()
        .map(Site::id)
        .map(id -> sums.getOrDefault(id, DaySums.ZERO))
        .reduce(DaySums.ZERO, DaySums::plus);
  }

  /** True if the value or its title contains the search text, ignoring case. */
  static boolean matches(FigureSource.Value value, String search) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return value.value().toLowerCase(Locale.ROOT).contains(wanted)
        || value.title().toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Descending by the sort, equal ones by value. */
  static Comparator<FigureSource.Value> order(Sort sort) {
    return Comparator.comparingLong((FigureSource.Value value) -> -sort.of(value.sums()))
        .thenComparing(FigureSource.Value::value);
  }
}
