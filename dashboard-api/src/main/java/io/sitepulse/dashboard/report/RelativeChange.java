package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import org.jspecify.annotations.Nullable;

/**
 * By how much figures changed: now / before - 1, so 0.123 is 12.3 % more. Null where there was
 * nothing before, or nothing is known of it.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RelativeChange(
    @Nullable Double views,
    @Nullable Double visits,
    @Nullable Double visitors,
    @Nullable Double engagedMs) {
  /** Nothing to compare with. */
  public static final RelativeChange NONE = new RelativeChange(null, null, null, null);

  /** From sums before to sums now. */
  public static RelativeChange of(DaySums now, @Nullable DaySums before) {
    return before == null
        ? NONE
        : new RelativeChange(
            of(now.views(), before.views()),
            of(now.visits(), before.visits()),
            of(now.visitors(), before.visitors()),
            of(now.engagedMs(), before.engagedMs()));
  }

  /** From a number before to a number now. */
  public static @Nullable Double of(long now, long before) {
    return before == 0 ? null : (double) now / before - 1;
  }
}
