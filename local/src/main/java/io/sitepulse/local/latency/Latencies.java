package io.sitepulse.local.latency;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Measured times.
 *
 * @param sorted ascending, at least one
 */
public record Latencies(List<Duration> sorted) {
  public Latencies {
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = sorted.stream().sorted().toList();
  }

  /** Returns a percentile: the least measured time that so many percent do not exceed. */
  public Duration percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  /** Formats the result for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d views: p50 %d ms, p90 %d ms, p99 %d ms, longest %d ms",
        sorted.size(),
        percentile(50).toMillis(),
        percentile(90).toMillis(),
        percentile(99).toMillis(),
        sorted.get(sorted.size() - 1).toMillis());
  }
}
