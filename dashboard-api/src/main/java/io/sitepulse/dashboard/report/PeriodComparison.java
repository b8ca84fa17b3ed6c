package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import org.jspecify.annotations.Nullable;

/**
 * Sums now and before.
 *
 * @param before of the days they are held against; null where none are, or ClickHouse is away
 */
public record PeriodComparison(
    DaySums now,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable DaySums before,
    RelativeChange change) {
  /** Both, and the change between them. */
  public static PeriodComparison of(DaySums now, @Nullable DaySums before) {
    return new PeriodComparison(now, before, RelativeChange.of(now, before));
  }
}
