package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Period;
import java.time.LocalDate;

/**
 * A period in responses.
 *
 * @param text the form that {@link Period} parses
 */
public record PeriodResponse(String text, LocalDate from, LocalDate to) {
  /** The response for a period. */
  public static PeriodResponse of(Period period) {
    return new PeriodResponse(period.toString(), period.from(), period.to());
  }
}
