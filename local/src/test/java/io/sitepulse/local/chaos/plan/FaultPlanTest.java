package io.sitepulse.local.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Duration SHORT = Duration.ofSeconds(90);

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertThat(FaultPlan.of(7, LONG, 3)).isEqualTo(FaultPlan.of(7, LONG, 3));
    assertThat(FaultPlan.of(7, LONG, 3)).isNotEqualTo(FaultPlan.of(8, LONG, 3));
  }

  @Test
  void aLongRunHasEveryKindOfFault() {
    assertThat(kinds(FaultPlan.of(7, LONG, 3))).containsExactlyInAnyOrder(Fault.values());
  }

  @Test
  void aSingleBrokerIsNotAllBrokers() {
    assertThat(kinds(FaultPlan.of(7, LONG, 1)))
        .doesNotContain(Fault.KILL_BROKERS)
        .hasSize(Fault.values().length - 1);
  }

  @Test
  void everyFaultIsHealedBeforeTheNextAndBeforeTheEnd() {
    LongStream.range(0, 200)
        .mapToObj(seed -> FaultPlan.of(seed, SHORT, 1))
        .forEach(
            plan -> {
              assertThat(plan).hasSizeGreaterThan(3);
              Duration free = Duration.ZERO;
              for (PlannedFault fault : plan) {
                assertThat(fault.at()).isGreaterThan(free);
                assertThat(fault.target()).isNotNegative();
                free = fault.at().plus(fault.length());
              }
              assertThat(free).isLessThanOrEqualTo(SHORT);
            });
  }

  @Test
  void lengthsAreWithinThoseOfTheFault() {
    Arrays.stream(Fault.values())
        .forEach(
            fault -> assertThat(fault.length(0.5)).isBetween(fault.length(0), fault.length(1)));
    assertThat(Fault.CLICKHOUSE_AWAY.length(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Fault.CLICKHOUSE_AWAY.length(1)).isEqualTo(Duration.ofSeconds(25));
  }

  private static List<Fault> kinds(List<PlannedFault> plan) {
    return plan.stream().map(PlannedFault::fault).distinct().toList();
  }
}
