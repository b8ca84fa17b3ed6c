package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectionCounts;
import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Counted, duplicate, robot and rejected events by day.
 *
 * @param days all days that have begun. Days without events have zeros
 * @param totals their sums
 * @param refused events that the collectors refused, by reason. They are not part of the ledgers
 */
public record LedgerReport(List<Day> days, Ledger totals, Map<Reason, Long> refused) {
  public LedgerReport {
    days = List.copyOf(days);
    refused = RejectionCounts.copyOf(refused);
  }

  /**
   * The ledger of every day of a range.
   *
   * @param byDay missing days have zeros
   * @param refused refused events by day
   */
  public static LedgerReport of(
      Period range, Map<LocalDate, Ledger> byDay, Map<LocalDate, Map<Reason, Long>> refused) {
    return new LedgerReport(
        range
            .from()
            .datesUntil(range.to().plusDays(1))
            .map(
                day ->
                    new Day(
                        day,
                        byDay.getOrDefault(day, Ledger.EMPTY),
                        refused.getOrDefault(day, Map.of())))
            .toList(),
        byDay.values().stream().reduce(Ledger.EMPTY, Ledger::plus),
        sum(refused));
  }

  /** Sums of refused events by reason. */
  public static Map<Reason, Long> sum(Map<LocalDate, Map<Reason, Long>> refused) {
    return refused.values().stream()
        .reduce(Map.of(), (all, day) -> RejectionCounts.combine(all, day, 1));
  }

  /** One day. In JSON the ledger's fields are beside the day. */
  public record Day(LocalDate day, @JsonUnwrapped Ledger ledger, Map<Reason, Long> refused) {
    public Day {
      refused = RejectionCounts.copyOf(refused);
    }
  }
}
