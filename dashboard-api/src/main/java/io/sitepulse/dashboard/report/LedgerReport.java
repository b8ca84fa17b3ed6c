package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Counted, duplicate, robot and rejected events by day.
 *
 * @param days all days that have begun. Days without events have zeros
 * @param totals their sums
 */
public record LedgerReport(List<Day> days, Ledger totals) {
  public LedgerReport {
    days = List.copyOf(days);
  }

  /**
   * The ledger of every day of a range.
   *
   * @param byDay missing days have zeros
   */
  public static LedgerReport of(Period range, Map<LocalDate, Ledger> byDay) {
    return new LedgerReport(
        range
            .from()
            .datesUntil(range.to().plusDays(1))
            .map(day -> new Day(day, byDay.getOrDefault(day, Ledger.EMPTY)))
            .toList(),
        byDay.values().stream().reduce(Ledger.EMPTY, Ledger::plus));
  }

  /** One day. In JSON the ledger's fields are beside the day. */
  public record Day(LocalDate day, @JsonUnwrapped Ledger ledger) {}
}
