package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.counter.Ledger;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of every event, by day.
 *
 * @param days every day begun, those without an event with zeros
 * @param totals their sums
 */
public record LedgerReport(List<Day> days, Ledger totals) {
  public LedgerReport {
    days = List.copyOf(days);
  }

  /** One day; the ledger's columns stand beside the day. */
  public record Day(LocalDate day, @JsonUnwrapped Ledger ledger) {}
}
