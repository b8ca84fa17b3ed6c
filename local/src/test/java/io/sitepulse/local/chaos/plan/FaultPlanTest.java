package io.sitepulse.local.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Set<FaultGroup> ALL = EnumSet.allOf(FaultGroup.class);
  private static final Duration SHORT = Duration.ofSeconds(90);

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertThat(FaultPlan.of(7, LONG, 3, ALL)).isEqualTo(FaultPlan.of(7, LONG, 3, ALL));
    assertThat(FaultPlan.of(7, LONG, 3, ALL)).isNotEqualTo(FaultPlan.of(8, LONG, 3, ALL));
  }

  @Test
  void aLongRunHasEveryKindOfFault() {
    assertThat(kinds(FaultPlan.of(7, LONG, 3, ALL))).containsExactlyInAnyOrder(Fault.values());
  }

  @Test
  void aSingleBrokerIsNotAllBrokers() {
    assertThat(kinds(FaultPlan.of(7, LONG, 1, ALL)))
        .doesNotContain(Fault.KILL_BROKERS, Fault.STALL_BROKER, Fault.RESET_BROKER)
        .hasSize(Fault.values().length - 3);
  }

  @Test
  void onlyFaultsOfTheGroupsAreMade() {
    assertThat(FaultPlan.of(7, LONG, 3, EnumSet.of(FaultGroup.CLOCK, FaultGroup.DISK)))
        .extracting(planned -> planned.fault().group())
        .containsOnly(FaultGroup.CLOCK, FaultGroup.DISK);
  }

  @Test
  void clocksAreAheadAndBack() {
    assertThat(FaultPlan.of(7, LONG, 1, EnumSet.of(FaultGroup.CLOCK)))
        .extracting(PlannedFault::clockOffset)
        .contains(Duration.ofHours(1), Duration.ofDays(-30))
        .doesNotContain(Duration.ZERO);
  }

  @Test
  void everyFaultIsHealedBeforeTheNextAndBeforeTheEnd() {
    LongStream.range(0, 200)
        .mapToObj(seed -> FaultPlan.of(seed, SHORT, 1, ALL))
        .forEach(
            plan -> {
              assertThat(plan).hasSizeGreaterThan(2);
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
