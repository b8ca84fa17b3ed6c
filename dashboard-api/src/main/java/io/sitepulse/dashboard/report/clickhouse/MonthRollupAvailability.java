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
 * Which months can be asked as sums instead of day by day: those whose sums have seen all of their
 * days. So whether they are there makes a report quicker and never another.
 */
final class MonthRollupAvailability {
  /** Rollups are some seconds late as well. */
  private static final Duration BELIEVED = Duration.ofSeconds(10);

  /** Of fewer months, of all sites together, the days are quicker to ask. */
  private static final int WORTH_IT = 60;

  private final ReportQueries reportQueries;
  private final Clock clock;
  private volatile Known known = new Known(Instant.MIN, Map.of());

  private record Known(Instant at, Map<String, Set<YearMonth>> waiting) {
    boolean isOf(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(BELIEVED));
    }
  }

  MonthRollupAvailability(ReportQueries reportQueries, Clock clock) {
    this.reportQueries = reportQueries;
    this.clock = clock;
  }

  /** The longest row of whole months in a range that can be asked as sums, of all of some sites. */
  Optional<Period> within(Period range, Collection<Site> sites) {
    if (!isWorthIt(whole(range, Set.of()), sites)) {
      return Optional.empty();
    }
    var waiting = new HashSet<YearMonth>();
    Map<String, Set<YearMonth>> now = waiting();
    sites.forEach(site -> waiting.addAll(now.getOrDefault(site.id(), Set.of())));
    return whole(range, waiting).filter(found -> isWorthIt(Optional.of(found), sites));
  }

  private static boolean isWorthIt(Optional<Period> months, Collection<Site> sites) {
    long each = months.map(m -> ChronoUnit.MONTHS.between(m.from(), m.to().plusDays(1))).orElse(0L);
    return each * sites.size() >= WORTH_IT;
  }

  /**
   * The longest row of whole months in a range; of equal ones the earliest.
   *
   * @param without months that may not be among them
   */
  static Optional<Period> whole(Period range, Set<YearMonth> without) {
    YearMonth month = YearMonth.from(range.from());
    Row best = Row.NONE;
    Row row = Row.NONE;
    for (; !month.atDay(1).isAfter(range.to()); month = month.plusMonths(1)) {
      boolean isWhole = range.contains(month.atDay(1)) && range.contains(month.atEndOfMonth());
      row = isWhole && !without.contains(month) ? row.and(month) : Row.NONE;
      best = row.length > best.length ? row : best;
    }
    return best.period();
  }

  /** Months in a row, told by the last of them. */
  private record Row(YearMonth last, int length) {
    static final Row NONE = new Row(YearMonth.of(1970, 1), 0);

    Row and(YearMonth next) {
      return new Row(next, length + 1);
    }

    Optional<Period> period() {
      return length == 0
          ? Optional.empty()
          : Optional.of(Period.free(last.minusMonths(length - 1L).atDay(1), last.atEndOfMonth()));
    }
  }

  private Map<String, Set<YearMonth>> waiting() {
    Instant now = clock.instant();
    Known last = known;
    if (last.isOf(now)) {
      return last.waiting();
    }
    var waiting = new HashMap<String, Set<YearMonth>>();
    reportQueries
        .list(
            "stale_months.sql",
            query -> {},
            (row, c) ->
                Map.entry(
                    row.getString("site"), YearMonth.from(row.getObject("month", LocalDate.class))))
        .forEach(
            one ->
                waiting.computeIfAbsent(one.getKey(), none -> new HashSet<>()).add(one.getValue()));
    known = new Known(now, waiting);
    return waiting;
  }
}
