package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Period;
import java.time.LocalDate;

/**
 * Days, as they are shown.
 *
 * @param text as {@link Period} writes it
 */
public record PeriodResponse(String text, LocalDate from, LocalDate to) {
  /** The days of a period. */
  public static PeriodResponse of(Period period) {
    return new PeriodResponse(period.toString(), period.from(), period.to());
  }
}
