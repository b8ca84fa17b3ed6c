package io.sitepulse.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectionCountsTest {
  private static final Map<Reason, Long> COUNTS = Map.of(Reason.TOO_OLD, 2L, Reason.CLOSED, 1L);

  @Test
  void combiningAddsOrSubtractsByReason() {
    Map<Reason, Long> others = Map.of(Reason.TOO_OLD, 2L, Reason.ORIGIN, 5L);

    assertThat(RejectionCounts.combine(COUNTS, others, 1))
        .containsOnly(
            Map.entry(Reason.TOO_OLD, 4L),
            Map.entry(Reason.CLOSED, 1L),
            Map.entry(Reason.ORIGIN, 5L));
    assertThat(RejectionCounts.combine(COUNTS, Map.of(Reason.TOO_OLD, 2L), -1))
        .containsOnly(Map.entry(Reason.CLOSED, 1L));
  }

  @Test
  void aCopyIsInTheOrderOfTheReasonsAndImmutable() {
    var counts = new LinkedHashMap<Reason, Long>();
    Reason[] reasons = Reason.values();
    for (int i = reasons.length - 1; i >= 0; i--) {
      counts.put(reasons[i], 1L);
    }

    Map<Reason, Long> copy = RejectionCounts.copyOf(counts);

    assertThat(copy.keySet()).containsExactly(reasons);
    assertThatThrownBy(() -> copy.put(Reason.CLOSED, 2L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void namesTheLedgerThatDoesNotBalance() {
    assertThat(RejectionCounts.sum(COUNTS)).isEqualTo(3);
    assertThatThrownBy(() -> RejectionCounts.requireBalance("vote ledger", 4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vote ledger does not balance: received 4, accounted for 3");
  }
}
