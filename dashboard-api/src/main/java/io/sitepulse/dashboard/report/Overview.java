package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How all sites of an account stand.
 *
 * @param asOf when it was looked
 * @param complete false: ClickHouse is away, so there are no sums before, no sparklines, and of
 *     targets only those of this month and this year
 * @param sites each with those it took over; these are not listed themselves
 * @param groups by position and name; those without a site are left out
 * @param all every site together
 */
public record Overview(
    Instant asOf, boolean complete, List<Line> sites, List<Total> groups, Total all) {
  public Overview {
    sites = List.copyOf(sites);
    groups = List.copyOf(groups);
  }

  /**
   * One site.
   *
   * @param online distinct visitors of the last five minutes
   * @param today the site's own local day
   * @param month since the first of the month, against the days compared
   * @param year since 1 January, against the days compared
   * @param target the one for the longest period of those that run
   * @param spark visits of {@value Reports#SPARK_DAYS} days, the oldest first, today last; null
   *     while ClickHouse is away
   * @param predecessors ids of the sites it took over, whose figures are in its own
   */
  public record Line(
      String id,
      String name,
      @Nullable String group,
      boolean sample,
      boolean archived,
      long online,
      DaySums today,
      PeriodComparison month,
      PeriodComparison year,
      @Nullable TargetProgress target,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<Long> spark,
      List<String> predecessors) {}

  /**
   * Sites together: sums; their visitors are never people.
   *
   * @param id of the group; absent, with name and position, for all sites
   * @param sites how many, without those that were taken over
   * @param target only where all sites it is for are among these
   */
  public record Total(
      @Nullable String id,
      @Nullable String name,
      @Nullable Integer position,
      int sites,
      long online,
      DaySums today,
      PeriodComparison month,
      PeriodComparison year,
      @Nullable TargetProgress target,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<Long> spark) {}
}
