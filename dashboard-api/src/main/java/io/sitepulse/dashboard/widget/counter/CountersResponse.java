package io.sitepulse.dashboard.widget.counter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Response with the public counters of a site.
 *
 * @param site site id
 * @param day the local day of the site that {@code today} counts
 * @param asOf time of the last update. Left out if the site has had no event
 * @param online distinct visitors of the last five minutes
 */
record CountersResponse(
    String site,
    LocalDate day,
    @Nullable Instant asOf,
    long online,
    @JsonUnwrapped Periods periods) {

  /**
   * Counters of the calendar periods that contain {@code day}.
   *
   * @param total all days and the baseline
   */
  record Periods(
      CounterSums today,
      CounterSums yesterday,
      CounterSums week,
      CounterSums month,
      CounterSums year,
      CounterSums total) {
    static Periods of(CounterFigures figures) {
      return new Periods(
          CounterSums.of(figures.today()),
          CounterSums.of(figures.yesterday()),
          CounterSums.of(figures.week()),
          CounterSums.of(figures.month()),
          CounterSums.of(figures.year()),
          CounterSums.of(figures.total()));
    }
  }

  /** Page views, visits and daily visitors. Engaged time is not public. */
  record CounterSums(long views, long visits, long visitors) {
    static CounterSums of(DaySums sums) {
      return new CounterSums(sums.views(), sums.visits(), sums.visitors());
    }
  }

  static CountersResponse of(String site, Instant asOf, CounterFigures figures) {
    return new CountersResponse(
        site,
        figures.day(),
        asOf.equals(Instant.EPOCH) ? null : asOf,
        figures.online(),
        Periods.of(figures));
  }
}
