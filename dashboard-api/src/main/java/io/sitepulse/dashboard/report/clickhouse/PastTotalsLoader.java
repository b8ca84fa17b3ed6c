package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.PeriodComparison;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.Reports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the totals of closed days for the overview. */
final class PastTotalsLoader {
  private final ReportQueries reportQueries;

  PastTotalsLoader(ReportQueries reportQueries) {
    this.reportQueries = reportQueries;
  }

  /**
   * Totals of the closed days of a site.
   *
   * @param month of the days that its month is compared with
   * @param year of the days that its year is compared with
   * @param firstDay the first day with figures. Null if there is none
   * @param spark visits by the number of days since the first day of the sparkline
   */
  record Past(Earlier month, Earlier year, @Nullable LocalDate firstDay, Map<Integer, Long> spark) {
    PeriodComparison month(DaySums now) {
      return PeriodComparison.of(now, month.sums(), month.days(), firstDay);
    }

    PeriodComparison year(DaySums now) {
      return PeriodComparison.of(now, year.sums(), year.days(), firstDay);
    }

    /** The same with another sparkline. */
    Past with(Map<Integer, Long> other) {
      return new Past(month, year, firstDay, other);
    }

    Past plus(Past other) {
      var visits = new HashMap<>(spark);
      other.spark.forEach((day, more) -> visits.merge(day, more, Long::sum));
      var first =
          Stream.of(Optional.ofNullable(firstDay), Optional.ofNullable(other.firstDay))
              .flatMap(Optional::stream)
              .min(Comparator.naturalOrder());
      return new Past(month.plus(other.month), year.plus(other.year), first.orElse(null), visits);
    }
  }

  /** Compared days with their sums. Both are null if there are none. */
  record Earlier(@Nullable PeriodResponse days, @Nullable DaySums sums) {
    static Earlier of(Optional<Period> days, DaySums sums) {
      return days.map(known -> new Earlier(PeriodResponse.of(known), sums))
          .orElseGet(() -> new Earlier(null, null));
    }

    Earlier plus(Earlier other) {
      return new Earlier(days, sums == null || other.sums == null ? null : sums.plus(other.sums));
    }
  }

  /**
   * Days that a running period is compared with.
   *
   * @param figures the last of them until the same local time. Null if there are none
   */
  private record Days(Optional<Period> compared, @Nullable ComparedFigures figures) {
    static Days of(
        PeriodKind kind,
        LocalDate today,
        Comparison comparison,
        SiteSet siteSet,
        ReportQueries queries) {
      var end =
          ResolvedReport.comparisonEnd(Period.of(kind, today), comparison, today, siteSet.now());
      var whole = new FilteredFigures(new FilteredEvents(queries, Filters.NONE));
      return new Days(
          end.map(ComparedFigures.End::compared),
          end.map(days -> ComparedFigures.of(days, siteSet, whole, queries, Filters.NONE))
              .orElse(null));
    }

    Optional<Period> whole() {
      return figures == null ? Optional.empty() : figures.wholeDays();
    }

    private Optional<Period> part() {
      return figures == null ? Optional.empty() : figures.partDays();
    }

    boolean isPartOf(Days other) {
      return part().equals(other.part());
    }

    /** Sums of the last day by site id. */
    Map<String, DaySums> partSums() {
      return figures == null ? Map.of() : figures.partSites();
    }
  }

  /**
   * Totals by site id, with one query for all sites of the same local day.
   *
   * @param firstDays the first day with figures by site id
   */
  Map<String, Past> of(SiteSet siteSet, Comparison comparison, Map<String, LocalDate> firstDays) {
    var past = new HashMap<String, Past>();
    siteSet
        .byToday()
        .forEach(
            (today, sites) -> {
              var parts = sites.stream().map(site -> new SiteSet.Part(site, List.of(site)));
              var sameDay = new SiteSet(parts.toList(), siteSet.now());
              past.putAll(of(sameDay, today, comparison, firstDays));
            });
    return past;
  }

  private Map<String, Past> of(
      SiteSet siteSet, LocalDate today, Comparison comparison, Map<String, LocalDate> firstDays) {
    List<Site> sites = siteSet.members();
    var month = Days.of(PeriodKind.MONTH, today, comparison, siteSet, reportQueries);
    var year = Days.of(PeriodKind.YEAR, today, comparison, siteSet, reportQueries);
    Map<String, DaySums> monthPart = month.partSums();
    Map<String, DaySums> yearPart = year.isPartOf(month) ? monthPart : year.partSums();
    var past = new HashMap<String, Past>();
    sites.forEach(
        site ->
            past.put(
                site.id(),
                new Past(
                    Earlier.of(month.compared(), sums(monthPart, site.id())),
                    Earlier.of(year.compared(), sums(yearPart, site.id())),
                    firstDays.get(site.id()),
                    Map.of())));
    reportQueries
        .list(
            "overview.sql",
            query -> {
              query
                  .bindList("sites", SiteDayQueries.ids(sites))
                  .bind("spark_from", today.minusDays(Reports.SPARK_DAYS - 1))
                  .bind("today", today);
              ReportQueries.bind(query, "month_", month.whole());
              ReportQueries.bind(query, "year_", year.whole());
            },
            (row, c) -> {
              String site = row.getString("site");
              return Map.entry(
                  site,
                  new Past(
                      Earlier.of(
                          month.compared(),
                          ReportQueries.sums(row, "month_").plus(sums(monthPart, site))),
                      Earlier.of(
                          year.compared(),
                          ReportQueries.sums(row, "year_").plus(sums(yearPart, site))),
                      firstDays.get(site),
                      spark(row)));
            })
        .forEach(entry -> past.put(entry.getKey(), entry.getValue()));
    return past;
  }

  private static DaySums sums(Map<String, DaySums> bySite, String site) {
    return bySite.getOrDefault(site, DaySums.ZERO);
  }

  private static Map<Integer, Long> spark(ResultSet row) throws SQLException {
    var spark = new HashMap<Integer, Long>();
    ((Map<?, ?>) row.getObject("spark"))
        .forEach((day, visits) -> spark.put(number(day).intValue(), number(visits).longValue()));
    return spark;
  }

  private static Number number(@Nullable Object value) {
    return (Number) java.util.Objects.requireNonNull(value);
  }
}
