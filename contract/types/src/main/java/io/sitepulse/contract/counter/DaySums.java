package io.sitepulse.contract.counter;

import io.sitepulse.contract.validation.Require;

/**
 * Sums over one day, or over days.
 *
 * @param views page views
 * @param visits visits
 * @param visitors visitors of each day, summed ("khách-ngày"); over more than one day never people
 * @param engagedMs engaged time in milliseconds
 */
public record DaySums(long views, long visits, long visitors, long engagedMs) {
  public static final DaySums ZERO = new DaySums(0, 0, 0, 0);

  public DaySums {
    Require.notNegative(views, "views");
    Require.notNegative(visits, "visits");
    Require.notNegative(visitors, "visitors");
    Require.notNegative(engagedMs, "engagedMs");
  }

  /** Both together. */
  public DaySums plus(DaySums other) {
    return new DaySums(
        views + other.views,
        visits + other.visits,
        visitors + other.visitors,
        engagedMs + other.engagedMs);
  }

  /**
   * These with one absolute part exchanged for a newer state of the same part.
   *
   * @throws IllegalArgumentException if {@code before} was never a part of these
   */
  public DaySums exchange(DaySums before, DaySums after) {
    return new DaySums(
        views - before.views + after.views,
        visits - before.visits + after.visits,
        visitors - before.visitors + after.visitors,
        engagedMs - before.engagedMs + after.engagedMs);
  }
}
