package io.sitepulse.local.chaos;

import io.sitepulse.local.chaos.plan.FaultGroup;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Options of a run.
 *
 * @param duration time of load and faults
 * @param seed seed of faults and load
 * @param rate requests a second
 * @param brokers 1 or 3
 * @param groups groups of faults, those that this machine cannot make included
 */
public record ChaosOptions(
    Duration duration, long seed, int rate, int brokers, Set<FaultGroup> groups) {
  private static final Duration SHORTEST = Duration.ofSeconds(20);
  private static final int MAX_RATE = 5_000;
  private static final int SEVERAL = 3;

  public ChaosOptions {
    groups = Set.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("--faults must name at least one group");
    }
    if (duration.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("a run must take at least 20 s (--minutes 0.34)");
    }
    if (rate < 1 || rate > MAX_RATE) {
      throw new IllegalArgumentException("--rate must be 1 to " + MAX_RATE + ", not " + rate);
    }
    if (brokers != 1 && brokers != SEVERAL) {
      throw new IllegalArgumentException("--brokers must be 1 or 3, not " + brokers);
    }
  }

  /** The command line that repeats the run. */
  public String command() {
    return String.format(
        Locale.ROOT,
        "./sitepulse chaos --minutes %s --seed %d --rate %d --brokers %d%s",
        minutes(),
        seed,
        rate,
        brokers,
        faults());
  }

  private String faults() {
    return groups.size() == FaultGroup.values().length
        ? ""
        : groups.stream()
            .sorted()
            .map(FaultGroup::word)
            .collect(Collectors.joining(",", " --faults ", ""));
  }

  private String minutes() {
    double minutes = duration.toMillis() / 60_000.0;
    return minutes == Math.rint(minutes)
        ? Long.toString(Math.round(minutes))
        : String.format(Locale.ROOT, "%.2f", minutes);
  }
}
