package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.target.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target and its progress.
 *
 * @param id of the target
 * @param value value to reach
 * @param actual value reached. Null while ClickHouse is unavailable
 * @param share actual / value, so 1.214 is "đạt 121,4% kế hoạch"
 * @param until last day whose figures are in {@code actual}: the end of the target's period, the
 *     asked day, or today, whichever is first
 */
public record TargetProgress(
    String id,
    Metric metric,
    Period period,
    long value,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long actual,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double share,
    LocalDate until) {
  /** The progress of a target. */
  public static TargetProgress of(Target target, @Nullable Long actual, LocalDate until) {
    return new TargetProgress(
        target.id(),
        target.metric(),
        target.period(),
        target.value(),
        actual,
        actual == null ? null : (double) actual / target.value(),
        until);
  }

  /** Tells if days of the target's period are not in {@code actual}. */
  @JsonIgnore
  public boolean isPartial() {
    return until.isBefore(period.to());
  }
}
