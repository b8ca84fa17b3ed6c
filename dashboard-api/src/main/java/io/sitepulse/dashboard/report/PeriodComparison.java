package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a period and of the days compared.
 *
 * @param before sums of the compared days. Null if there are none or ClickHouse is unavailable
 */
public record PeriodComparison(
    DaySums now,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable DaySums before,
    RelativeChange change) {
  /** Computes the change between both. */
  public static PeriodComparison of(DaySums now, @Nullable DaySums before) {
    return new PeriodComparison(now, before, RelativeChange.of(now, before));
  }
}
