package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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

  /**
   * Tells if a site was counted on all of these days. Only then a change since them is about its
   * visits.
   *
   * @param firstDay the first day with figures of the site. Null if it has none
   */
  public boolean isCovered(@Nullable LocalDate firstDay) {
    return firstDay != null && !firstDay.isAfter(from);
  }

  /** Tells if a site was counted on none of these days, so that it has no figures and not 0. */
  public boolean isUncounted(@Nullable LocalDate firstDay) {
    return firstDay == null || firstDay.isAfter(to);
  }
}
