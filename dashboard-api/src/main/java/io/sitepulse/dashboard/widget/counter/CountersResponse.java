package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A site's counters as the public reads them.
 *
 * @param site site id
 * @param day the site's local day that "today" is
 * @param asOf when streams last summed them; left out if the site has had no event
 * @param online distinct visitors of the last five minutes
 * @param total all days and the baseline
 */
record CountersResponse(
    String site,
    LocalDate day,
    @Nullable Instant asOf,
    long online,
    Sums today,
    Sums yesterday,
    Sums week,
    Sums month,
    Sums year,
    Sums total) {

  /** Views, visits and daily visitors; engaged time is for reports. */
  record Sums(long views, long visits, long visitors) {
    static Sums of(DaySums sums) {
      return new Sums(sums.views(), sums.visits(), sums.visitors());
    }
  }

  static CountersResponse of(String site, Instant asOf, CounterFigures figures) {
    return new CountersResponse(
        site,
        figures.day(),
        asOf.equals(Instant.EPOCH) ? null : asOf,
        figures.online(),
        Sums.of(figures.today()),
        Sums.of(figures.yesterday()),
        Sums.of(figures.week()),
        Sums.of(figures.month()),
        Sums.of(figures.year()),
        Sums.of(figures.total()));
  }
}
