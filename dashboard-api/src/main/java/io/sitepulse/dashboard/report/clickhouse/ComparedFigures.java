package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.ListQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the compared days. While the period runs, they end at the same local time of the
 * compared day, at each site. That last day is summed from events, all days before it as others.
 *
 * @param figures the source of whole days
 * @param part the source of days that end earlier at a site
 * @param siteSet the sites to sum
 * @param wholeDays days that are over at all sites. Empty if there are none
 * @param partDays days that end earlier at a site. Empty if whole days are compared
 */
record ComparedFigures(
    FigureSource figures,
    FilteredFigures part,
    SiteSet siteSet,
    Optional<Period> wholeDays,
    Optional<Period> partDays) {

  /**
   * Selects the days and their sources.
   *
   * @param end the end of the compared days
   * @param figures the source of whole days
   */
  static ComparedFigures of(
      End end, SiteSet siteSet, FigureSource figures, ReportQueries queries, Filters filters) {
    LocalDate from = end.compared().from();
    LocalDate to = end.compared().to();
    LocalDate first =
        Stream.concat(
                siteSet.members().stream().map(end::of).map(ZonedDateTime::toLocalDate),
                Stream.of(to.plusDays(1)))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new ComparedFigures(
        figures,
        new FilteredFigures(new FilteredEvents(queries, filters, site -> end.of(site).toInstant())),
        siteSet,
        first.isAfter(from) ? Optional.of(Period.free(from, first.minusDays(1))) : Optional.empty(),
        first.isAfter(to) ? Optional.empty() : Optional.of(Period.free(first, to)));
  }

  /**
   * The end of compared days.
   *
   * @param compared the days to compare a period with
   */
  record End(Period period, Comparison comparison, Period compared, Instant now) {
    /**
     * The end at a site: the local time of now on the day that stands beside its today. At a site
     * whose period is over it is the end of the last day, and at one whose period has not begun the
     * beginning of the first one.
     */
    ZonedDateTime of(Site site) {
      ZonedDateTime local = now.atZone(site.zone());
      LocalDate today = local.toLocalDate();
      if (today.isBefore(period.from())) {
        return compared.from().atStartOfDay(site.zone());
      }
      LocalDate beside = period.contains(today) ? beside(today) : null;
      return beside == null
          ? compared.to().plusDays(1).atStartOfDay(site.zone())
          : beside.atTime(local.toLocalTime()).atZone(site.zone());
    }

    /**
     * The day that a day of the period is compared with. In the year before it is the same date, so
     * that 1 March is compared with 1 March also in a leap year. 29 February has none. In the
     * period before it is the day at the same position. Null if there is none.
     */
    @Nullable LocalDate beside(LocalDate day) {
      boolean isByDate = comparison == Comparison.YEAR && period.kind() != PeriodKind.WEEK;
      LocalDate beside =
          isByDate
              ? day.minusYears(1)
              : compared.from().plusDays(day.toEpochDay() - period.from().toEpochDay());
      boolean isSameDate = !isByDate || beside.getDayOfMonth() == day.getDayOfMonth();
      return isSameDate && compared.contains(beside) ? beside : null;
    }
  }

  /** True if the last day is compared until the same local time. */
  boolean isPart() {
    return partDays.isPresent();
  }

  /** Sums by day, without days that have none. */
  Map<LocalDate, DaySums> days() {
    return sums(days -> figures.days(siteSet, days), days -> part.days(siteSet, days));
  }

  /** Sums by site id, predecessors on their own. */
  Map<String, DaySums> sites() {
    return sums(days -> figures.sites(siteSet, days), days -> part.sites(siteSet, days));
  }

  /** Sums of the days that end earlier, by site id. */
  Map<String, DaySums> partSites() {
    return partDays.map(days -> part.sites(siteSet, days)).orElseGet(Map::of);
  }

  /** Sums by hour of a single compared day, without hours that have none. */
  Map<Integer, DaySums> hours() {
    return sums(
        days -> figures.hours(siteSet, days.from()), days -> part.hours(siteSet, days.from()));
  }

  /** The values of a dimension on {@code now}, with their sums of the compared days. */
  FigureSource.Values values(Dimension dimension, ListQuery listQuery, Period now) {
    var values = figures.values(siteSet, dimension, listQuery, now, wholeDays);
    Map<String, DaySums> more =
        partDays.map(days -> part.sumsByValue(siteSet, dimension, days)).orElseGet(Map::of);
    UnaryOperator<FigureSource.Value> withPart =
        value ->
            new FigureSource.Value(
                value.value(),
                value.title(),
                value.sums(),
                value.before().plus(more.getOrDefault(value.value(), DaySums.ZERO)));
    return new FigureSource.Values(
        values.rows(), values.totals(), values.listed().stream().map(withPart).toList());
  }

  private interface Sums<K> {
    Map<K, DaySums> of(Period days);
  }

  private <K> Map<K, DaySums> sums(Sums<K> whole, Sums<K> rest) {
    var sums = new HashMap<K, DaySums>();
    wholeDays.map(whole::of).ifPresent(sums::putAll);
    partDays
        .map(rest::of)
        .ifPresent(more -> more.forEach((key, value) -> sums.merge(key, value, DaySums::plus)));
    return sums;
  }
}
