package io.sitepulse.dashboard.state;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.state.SiteState.State;
import io.sitepulse.dashboard.state.SiteState.Traffic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the state of a site. */
final class StateRules {
  /** Days of refused events that are shown. */
  static final int REFUSED_DAYS = 7;

  /** Weeks whose same weekday is usual. */
  static final int WEEKS = 4;

  /** Weeks below which nothing is usual yet. */
  static final int FEWEST_WEEKS = 2;

  /** Usual views below which a fall or a jump says nothing. */
  static final double FEWEST_VIEWS = 20;

  private StateRules() {}

  /**
   * The signals of a site.
   *
   * @param lastDay the last local day with an accepted event. Null if all days were imported
   * @param lastViewDay the last local day with a view by a visitor. Null if there is none but
   *     imported ones
   * @param writtenAt instant at which that day was written last
   * @param firstDay the first day with figures
   * @param views views of yesterday and of the same weekdays before, by days before yesterday
   */
  record Signals(
      @Nullable LocalDate lastDay,
      @Nullable LocalDate lastViewDay,
      Instant writtenAt,
      LocalDate firstDay,
      Map<Integer, Long> views) {
    Signals {
      views = Map.copyOf(views);
    }

    /**
     * The instant of the last accepted event. Null if there was none. A day that is written again
     * later, for late events, had its last signal before its end.
     */
    @Nullable Instant lastSignal(Site site) {
      if (lastDay == null) {
        return null;
      }
      Instant end = lastDay.plusDays(1).atStartOfDay(site.zone()).toInstant();
      return writtenAt.isBefore(end) ? writtenAt : end;
    }
  }

  /** The state of a site without its refused events. */
  static State of(Site site, @Nullable Signals signals, Instant now) {
    if (site.archived()) {
      return State.ARCHIVED;
    }
    if (signals == null) {
      return State.NEVER;
    }
    LocalDate lastDay = signals.lastDay();
    if (lastDay == null) {
      return State.IMPORTED;
    }
    LocalDate lastViewDay = signals.lastViewDay();
    if (lastViewDay == null) {
      return State.VIEWLESS;
    }
    if (lastViewDay.isBefore(site.dayAt(now).minusDays(1))) {
      return State.SILENT;
    }
    Traffic traffic = yesterday(site, signals, now);
    return Optional.ofNullable(traffic.usual())
        .filter(usual -> usual >= FEWEST_VIEWS)
        .map(usual -> compared(traffic.views(), usual))
        .orElse(State.COUNTING);
  }

  private static State compared(long views, double usual) {
    if (views < usual / 2) {
      return State.FELL;
    }
    return views > usual * 2 ? State.ROSE : State.COUNTING;
  }

  /** The views of yesterday beside the average of the same weekday. */
  static Traffic yesterday(Site site, Signals signals, Instant now) {
    LocalDate day = site.dayAt(now).minusDays(1);
    long sum = 0;
    int weeks = 0;
    for (int week = 1; week <= WEEKS; week++) {
      if (!day.minusWeeks(week).isBefore(signals.firstDay())) {
        sum += signals.views().getOrDefault(week * 7, 0L);
        weeks++;
      }
    }
    Double usual = weeks < FEWEST_WEEKS ? null : (double) sum / weeks;
    return new Traffic(day, signals.views().getOrDefault(0, 0L), usual);
  }
}
