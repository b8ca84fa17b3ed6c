package io.sitepulse.local.chaos.plan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The faults of a run, drawn from a seed. The same seed, time, number of brokers and groups give
 * the same faults. All kinds come once in a random order, then all again, until the time is over.
 */
public final class FaultPlan {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LEAST_REST = Duration.ofSeconds(4);
  private static final Duration SHORT_REST = Duration.ofSeconds(1);
  private static final int MORE_REST_MILLIS = 6_000;
  private static final int ONE_IN = 5;
  private static final int TARGETS = 12;

  private FaultPlan() {}

  /**
   * Draws the faults.
   *
   * @param duration length of the run. Every fault begins and is healed before its end
   * @param brokers number of brokers
   * @param groups groups of faults that are made
   */
  public static List<PlannedFault> of(
      long seed, Duration duration, int brokers, Set<FaultGroup> groups) {
    var random = new Random(seed);
    var plan = new ArrayList<PlannedFault>();
    Deque<Fault> next = new ArrayDeque<>();
    Duration at = FIRST;
    while (true) {
      if (next.isEmpty()) {
        next.addAll(shuffled(brokers, groups, random));
      }
      Fault fault = next.remove();
      var planned =
          new PlannedFault(
              at,
              fault,
              random.nextInt(TARGETS),
              random.nextInt(TARGETS),
              fault.length(random.nextDouble()));
      if (at.plus(planned.length()).compareTo(duration) > 0) {
        return List.copyOf(plan);
      }
      plan.add(planned);
      at = at.plus(planned.length()).plus(rest(random));
    }
  }

  private static List<Fault> shuffled(int brokers, Set<FaultGroup> groups, Random random) {
    var kinds =
        new ArrayList<>(
            Arrays.stream(Fault.values())
                .filter(fault -> fault.isPossible(brokers) && groups.contains(fault.group()))
                .toList());
    Collections.shuffle(kinds, random);
    return kinds;
  }

  /** Some faults follow so closely that the one before is not over for the others. */
  private static Duration rest(Random random) {
    Duration longer = LEAST_REST.plusMillis(random.nextInt(MORE_REST_MILLIS));
    return random.nextInt(ONE_IN) == 0 ? SHORT_REST : longer;
  }
}
