package io.sitepulse.dashboard.admin.target;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.RandomId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Request body of a target update. Read-only response fields are ignored, so a GET response can be
 * PUT back.
 *
 * @param id id of a new target, or null to generate one
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

  /** Returns the present values of a target. */
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
   * Converts the request to a target.
   *
   * @param enteredBy name of the caller
   * @throws IllegalArgumentException naming a field that is not valid
   */
  @SuppressWarnings("NullAway") // The record refuses what is missing.
  Target toTarget(String enteredBy) {
    return new Target(
        Target.VERSION,
        id == null ? RandomId.next() : id,
        scope,
        metric,
        period,
        value,
        source,
        enteredBy);
  }
}
