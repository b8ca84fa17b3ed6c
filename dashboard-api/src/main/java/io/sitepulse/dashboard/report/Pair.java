package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import org.jspecify.annotations.Nullable;

/**
 * Sums now and before.
 *
 * @param before of the days they are held against; null where none are, or ClickHouse is away
 */
public record Pair(
    DaySums now, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable DaySums before, Change change) {
  /** Both, and the change between them. */
  public static Pair of(DaySums now, @Nullable DaySums before) {
    return new Pair(now, before, Change.of(now, before));
  }
}
