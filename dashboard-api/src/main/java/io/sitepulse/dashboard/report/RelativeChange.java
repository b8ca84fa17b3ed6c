package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import org.jspecify.annotations.Nullable;

/**
 * Relative changes: now / before - 1, so 0.123 is 12.3 % more. Null if the earlier value is 0 or
 * unknown.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RelativeChange(
    @Nullable Double views,
    @Nullable Double visits,
    @Nullable Double visitors,
    @Nullable Double engagedMs) {
  /** No comparison. */
  public static final RelativeChange NONE = new RelativeChange(null, null, null, null);

  /** The change between two sums. */
  public static RelativeChange of(DaySums now, @Nullable DaySums before) {
    return before == null
        ? NONE
        : new RelativeChange(
            of(now.views(), before.views()),
            of(now.visits(), before.visits()),
            of(now.visitors(), before.visitors()),
            of(now.engagedMs(), before.engagedMs()));
  }

  /** The change between two numbers. Null if the earlier one is 0. */
  public static @Nullable Double of(long now, long before) {
    return before == 0 ? null : (double) now / before - 1;
  }
}
