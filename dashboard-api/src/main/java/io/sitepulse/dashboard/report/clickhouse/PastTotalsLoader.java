package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Reports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param month of the days that its month is compared with. Null if there are none
   * @param year of the days that its year is compared with. Null if there are none
   * @param spark visits by the number of days since the first day of the sparkline
   */
  record Past(@Nullable DaySums month, @Nullable DaySums year, Map<Integer, Long> spark) {}

  /** Totals by site id, with one query for all sites of the same local day. */
  Map<String, Past> of(SiteSet siteSet, Comparison comparison) {
    var past = new HashMap<String, Past>();
    siteSet.byToday().forEach((today, sites) -> past.putAll(of(sites, today, comparison)));
    return past;
  }

  private Map<String, Past> of(List<Site> sites, LocalDate today, Comparison comparison) {
    var month = Period.of(PeriodKind.MONTH, today).comparedBy(comparison, today);
    var year = Period.of(PeriodKind.YEAR, today).comparedBy(comparison, today);
    var past = new HashMap<String, Past>();
    DaySums none = month.isPresent() ? DaySums.ZERO : null;
    sites.forEach(site -> past.put(site.id(), new Past(none, none, Map.of())));
    reportQueries
        .list(
            "overview.sql",
            query -> {
              query
                  .bindList("sites", SiteDayQueries.ids(sites))
                  .bind("spark_from", today.minusDays(Reports.SPARK_DAYS - 1))
                  .bind("today", today);
              ReportQueries.bind(query, "month_", month);
              ReportQueries.bind(query, "year_", year);
            },
            (row, c) -> Map.entry(row.getString("site"), past(row, month.isPresent())))
        .forEach(entry -> past.put(entry.getKey(), entry.getValue()));
    return past;
  }

  private static Past past(ResultSet row, boolean isCompared) throws SQLException {
    var spark = new HashMap<Integer, Long>();
    ((Map<?, ?>) row.getObject("spark"))
        .forEach((day, visits) -> spark.put(number(day).intValue(), number(visits).longValue()));
    return new Past(
        isCompared ? ReportQueries.sums(row, "month_") : null,
        isCompared ? ReportQueries.sums(row, "year_") : null,
        spark);
  }

  private static Number number(@Nullable Object value) {
    return (Number) java.util.Objects.requireNonNull(value);
  }
}
