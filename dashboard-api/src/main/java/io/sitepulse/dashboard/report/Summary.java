package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.site.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period.
 *
 * @param scope about which sites
 * @param name of the site or group; empty for all
 * @param sample whether any of its numbers were made up
 * @param zone of its sites; null if they have several: the peak's minute is of this one
 * @param period as asked
 * @param begun its days until today; null if none has begun
 * @param compared the days it is held against; null if none are
 * @param live whether today is one of them, so that the figures still rise
 * @param now the figures of the days begun
 * @param before the figures of the days compared; null if none are
 * @param change from before to now
 * @param ledger what became of every event of the days begun; of whole sites whatever the filters
 * @param predecessors sites whose figures are in these
 * @param successor who took this site over, of a site that was
 * @param target the one for this scope and period, or for the shortest period around it
 */
public record Summary(
    Scope scope,
    String name,
    boolean sample,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ZoneId zone,
    PeriodResponse period,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PeriodResponse begun,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PeriodResponse compared,
    boolean live,
    PeriodTotals now,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PeriodTotals before,
    RelativeChange change,
    Ledger ledger,
    List<Takeover> predecessors,
    @Nullable Takeover successor,
    @Nullable TargetProgress target) {
  public Summary {
    predecessors = List.copyOf(predecessors);
  }

  /**
   * The other site of a takeover.
   *
   * @param from the successor's local day from which it is so
   */
  public record Takeover(String site, String name, LocalDate from) {}
}
