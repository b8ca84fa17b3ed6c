package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.site.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a period.
 *
 * @param subject the sites of the summary
 * @param days the period and the compared days
 * @param now totals of the days that have begun
 * @param before totals of the compared days. Null if there are none
 * @param change from before to now
 * @param ledger counted and rejected events of the days that have begun. Filters do not apply
 * @param takeovers sites that this one has taken over, and the site that has taken it over
 * @param target the target of this scope and period, or of the shortest period around it
 */
public record Summary(
    @JsonUnwrapped Subject subject,
    @JsonUnwrapped Days days,
    PeriodTotals now,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PeriodTotals before,
    RelativeChange change,
    Ledger ledger,
    @JsonUnwrapped Takeovers takeovers,
    @Nullable TargetProgress target) {

  /** The same summary with another target. */
  public Summary with(@Nullable TargetProgress other) {
    return new Summary(subject, days, now, before, change, ledger, takeovers, other);
  }

  /**
   * The sites of a summary.
   *
   * @param scope all sites, a group or a site
   * @param name of the site or group. Empty for all
   * @param sample true if any of its sites has sample data
   * @param zone of its sites. Null if they have several
   * @param hiddenSites number of sites of the scope that the reader may not see
   * @param movedSites number of sites of the group that a site of another group has taken over.
   *     Their figures are those of the other group
   */
  public record Subject(
      Scope scope,
      String name,
      boolean sample,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ZoneId zone,
      int hiddenSites,
      int movedSites) {}

  /**
   * The period of a summary and the compared days.
   *
   * @param period as requested
   * @param begun its days until today. Null if none has begun
   * @param compared the compared days. Null if there are none
   * @param live true if the period contains today, so that the totals still grow
   * @param partOfDay true if the period is a running day, which is compared with the same part of
   *     the other day: until the same local time
   * @param countedFrom the first day with figures, if it is after the first compared day. Then
   *     nothing is said of a change
   */
  public record Days(
      PeriodResponse period,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PeriodResponse begun,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PeriodResponse compared,
      boolean live,
      boolean partOfDay,
      @Nullable LocalDate countedFrom) {}

  /**
   * The takeovers of a site. A group and all sites have none.
   *
   * @param predecessors sites that this one has taken over, whose figures are included
   * @param successor the site that has taken this one over
   */
  public record Takeovers(List<Takeover> predecessors, @Nullable Takeover successor) {
    public static final Takeovers NONE = new Takeovers(List.of(), null);

    public Takeovers {
      predecessors = List.copyOf(predecessors);
    }
  }

  /**
   * The other site of a takeover.
   *
   * @param from first day of the takeover, in the successor's zone
   */
  public record Takeover(String site, String name, LocalDate from) {}
}
