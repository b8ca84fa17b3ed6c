package io.sitepulse.dashboard.admin.target;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.FreshId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What managers may say of a target. What the program itself says of it beside that is passed over,
 * so that an entry can be sent back as it was read.
 *
 * @param id of a new target, or null for one the program chooses
 */
@JsonIgnoreProperties({"scopeName", "enteredBy", "actual", "share", "role", "revision"})
record TargetRequest(
    @Nullable String id,
    @Nullable Scope scope,
    @Nullable Metric metric,
    @Nullable Period period,
    long value,
    @Nullable String source) {
  private static final Set<PeriodKind> KINDS =
      EnumSet.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR);

  TargetRequest {
    if (period != null && !KINDS.contains(period.kind())) {
      throw new FieldViolationException(
          "period", Rule.PERIOD_KIND, "must be a month, quarter, half-year or year");
    }
  }

  /** What is said of a target now. */
  static TargetRequest of(Target target) {
    return new TargetRequest(
        target.id(),
        target.scope(),
        target.metric(),
        target.period(),
        target.value(),
        target.source());
  }

  /**
   * A target as this says.
   *
   * @param by who says it
   * @throws IllegalArgumentException naming a field that cannot be so
   */
  @SuppressWarnings("NullAway") // The record refuses what is missing.
  Target toTarget(String by) {
    return new Target(
        Target.VERSION, id == null ? FreshId.next() : id, scope, metric, period, value, source, by);
  }
}
