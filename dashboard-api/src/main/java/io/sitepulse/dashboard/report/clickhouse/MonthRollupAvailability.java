package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Months whose sums are newer than all their day rollups. An optimisation: results are the same
 * without them.
 */
final class MonthRollupAvailability {
  /** Time that a result is cached. Rollups are some seconds late as well. */
  private static final Duration CACHED = Duration.ofSeconds(10);

  /** Below this number of months, over all sites, reading days is faster. */
  private static final int MIN_MONTHS = 60;

  private final ReportQueries reportQueries;
  private final Clock clock;
  private volatile Cached cached = new Cached(Instant.MIN, Map.of());

  private record Cached(Instant at, Map<String, Set<YearMonth>> stale) {
    boolean isValidAt(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(CACHED));
    }
  }

  MonthRollupAvailability(ReportQueries reportQueries, Clock clock) {
    this.reportQueries = reportQueries;
    this.clock = clock;
  }

  /** The longest run of whole months in a range that have sums at all of the sites. */
  Optional<Period> within(Period range, Collection<Site> sites) {
    if (!isWorthwhile(whole(range, Set.of()), sites)) {
      return Optional.empty();
    }
    var stale = new HashSet<YearMonth>();
    Map<String, Set<YearMonth>> now = stale();
    sites.forEach(site -> stale.addAll(now.getOrDefault(site.id(), Set.of())));
    return whole(range, stale).filter(found -> isWorthwhile(Optional.of(found), sites));
  }

  private static boolean isWorthwhile(Optional<Period> months, Collection<Site> sites) {
    long each = months.map(m -> ChronoUnit.MONTHS.between(m.from(), m.to().plusDays(1))).orElse(0L);
    return each * sites.size() >= MIN_MONTHS;
  }

  /**
   * The longest run of whole months in a range, the earliest of equal ones.
   *
   * @param without months to leave out
   */
  static Optional<Period> whole(Period range, Set<YearMonth> without) {
    YearMonth month = YearMonth.from(range.from());
    Run best = Run.NONE;
    Run run = Run.NONE;
    for (; !month.atDay(1).isAfter(range.to()); month = month.plusMonths(1)) {
      boolean isWhole = range.contains(month.atDay(1)) && range.contains(month.atEndOfMonth());
      run = isWhole && !without.contains(month) ? run.and(month) : Run.NONE;
      best = run.length > best.length ? run : best;
    }
    return best.period();
  }

  /** A run of months that ends with {@code last}. */
  private record Run(YearMonth last, int length) {
    static final Run NONE = new Run(YearMonth.of(1970, 1), 0);

    Run and(YearMonth next) {
      return new Run(next, length + 1);
    }

    Optional<Period> period() {
      return length == 0
          ? Optional.empty()
          : Optional.of(Period.free(last.minusMonths(length - 1L).atDay(1), last.atEndOfMonth()));
    }
  }

  private Map<String, Set<YearMonth>> stale() {
    Instant now = clock.instant();
    Cached last = cached;
    if (last.isValidAt(now)) {
      return last.stale();
    }
    var stale = new HashMap<String, Set<YearMonth>>();
    reportQueries
        .list(
            "stale_months.sql",
            query -> {},
            (row, c) ->
                Map.entry(
                    row.getString("site"), YearMonth.from(row.getObject("month", LocalDate.class))))
        .forEach(
            one ->
                stale.computeIfAbsent(one.getKey(), none -> new HashSet<>()).add(one.getValue()));
    cached = new Cached(now, stale);
    return stale;
  }
}
