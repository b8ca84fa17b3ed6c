package io.sitepulse.contract.counter;

import io.sitepulse.contract.validation.Require;

/**
 * Sums over one or more days.
 *
 * @param views page views
 * @param visits visits
 * @param visitors sum of the daily visitors ("lượt khách theo ngày"). Over several days this is not
 *     a number of people.
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

  /** Adds two sums. */
  public DaySums plus(DaySums other) {
    return new DaySums(
        views + other.views,
        visits + other.visits,
        visitors + other.visitors,
        engagedMs + other.engagedMs);
  }

  /**
   * Replaces one part of the sums by a newer state of the same part.
   *
   * @throws IllegalArgumentException if {@code before} is larger than the sums
   */
  public DaySums exchange(DaySums before, DaySums after) {
    return new DaySums(
        views - before.views + after.views,
        visits - before.visits + after.visits,
        visitors - before.visitors + after.visitors,
        engagedMs - before.engagedMs + after.engagedMs);
  }
}
