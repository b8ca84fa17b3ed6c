package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.validation.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Totals of all sites that an account may see.
 *
 * @param asOf instant of the figures
 * @param complete false if ClickHouse did not answer. Then comparisons and sparklines are missing,
 *     and only targets of the current month and year have progress
 * @param gap the reason why it is not complete. Null if it is
 * @param sites each including its predecessors, which are not listed themselves
 * @param groups by position and name, without empty groups
 * @param all the sum of all sites
 * @param baselineChanges all changes of the baselines of these sites, the oldest first. Empty while
 *     ClickHouse is unavailable
 */
public record Overview(
    Instant asOf,
    boolean complete,
    @Nullable Gap gap,
    List<Line> sites,
    List<Group> groups,
    Total all,
    List<BaselineChange> baselineChanges) {
  public Overview {
    sites = List.copyOf(sites);
    groups = List.copyOf(groups);
    baselineChanges = List.copyOf(baselineChanges);
  }

  /** The reason why an overview is not complete. */
  public enum Gap implements Labelled {
    /** ClickHouse is unavailable. */
    AWAY,
    /** Other reports of the account, or many of others, are being made. */
    BUSY;

    /** The name in JSON. */
    @Override
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same with the reason why it is not complete. */
  public Overview with(Gap gap) {
    return new Overview(asOf, complete, gap, sites, groups, all, baselineChanges);
  }

  /** The same with the changes of baselines. */
  public Overview with(List<BaselineChange> changes) {
    return new Overview(asOf, complete, gap, sites, groups, all, changes);
  }

  /**
   * A change of the baseline of a site.
   *
   * @param site site id
   * @param name name of the site
   * @param by name of the account
   * @param before null if it was entered
   * @param after null if it was removed
   */
  public record BaselineChange(
      String site,
      String name,
      Instant at,
      String by,
      @Nullable Baseline before,
      @Nullable Baseline after) {}

  /**
   * One site.
   *
   * @param group id of its group
   * @param figures including those of its predecessors
   * @param predecessors ids of the predecessors
   * @param day the site's local day, on which {@code today} was counted
   */
  public record Line(
      String id,
      String name,
      @Nullable String group,
      boolean sample,
      boolean archived,
      @JsonUnwrapped Figures figures,
      List<String> predecessors,
      LocalDate day) {}

  /** One group with the sums of its sites. */
  public record Group(String id, String name, int position, @JsonUnwrapped Total total) {}

  /**
   * Sums of several sites. Visitors are summed by day and site, so they are not distinct people.
   *
   * @param sites number of sites, without predecessors
   * @param hiddenSites number of further sites, which the account may not see
   * @param figures with a target only if the caller sees all sites of its scope
   */
  public record Total(int sites, int hiddenSites, @JsonUnwrapped Figures figures) {}

  /**
   * The figures of one or more sites.
   *
   * @param online distinct visitors of the last five minutes
   * @param today the current local day of the site
   * @param month since the first of the month, with comparison
   * @param year since 1 January, with comparison
   * @param target the running target with the longest period
   * @param spark visits of {@value Reports#SPARK_DAYS} days, oldest first, today last. Null while
   *     ClickHouse is unavailable
   * @param total all days and the baseline, as counters show it
   * @param baseline totals of previous counters, part of {@code total}
   */
  public record Figures(
      long online,
      DaySums today,
      PeriodComparison month,
      PeriodComparison year,
      @Nullable TargetProgress target,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<Long> spark,
      DaySums total,
      DaySums baseline) {}
}
