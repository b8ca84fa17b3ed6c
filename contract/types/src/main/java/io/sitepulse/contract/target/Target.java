package io.sitepulse.contract.target;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A target for a period ("chỉ tiêu").
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9-]{1,64}}
 * @param scope sites
 * @param metric metric to reach
 * @param period month, quarter, half-year or year
 * @param value number to reach, at least 1
 * @param source decision that sets the target, or null
 * @param enteredBy account that entered it
 */
public record Target(
    int v,
    String id,
    Scope scope,
    Metric metric,
    Period period,
    long value,
    @Nullable String source,
    String enteredBy) {
  public static final int VERSION = 1;
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

  public Target {
    Require.matches(id, ID, "id");
    Require.present(scope, "scope");
    Require.present(metric, "metric");
    Require.present(period, "period");
    if (value < 1) {
      throw new FieldViolationException(
          "value", Rule.RANGE, "must be at least 1", Map.of("min", 1));
    }
    Require.atMost(source, 500, "source");
    Require.text(enteredBy, 200, "enteredBy");
  }
}
