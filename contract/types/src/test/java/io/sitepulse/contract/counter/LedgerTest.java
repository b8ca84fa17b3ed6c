package io.sitepulse.contract.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.event.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Ledger ONE =
      new Ledger(6, 1, 1, 1, 1, Map.of(Reason.TOO_OLD, 1L, Reason.UNREADABLE, 1L), 0);

  @Test
  void refusesALedgerThatDoesNotBalance() {
    assertThatThrownBy(() -> new Ledger(2, 1, 0, 0, 0, Map.of(), 0))
        .hasMessageContaining("received 2, accounted for 1");
  }

  @Test
  void subtractingWhatWasAddedGivesTheEmptyLedger() {
    assertThat(ONE.plus(ONE).minus(ONE).minus(ONE)).isEqualTo(Ledger.EMPTY);
  }

  @Test
  void aSumOfLedgersBalances() {
    Ledger two = ONE.plus(new Ledger(3, 0, 0, 2, 0, Map.of(Reason.TOO_OLD, 1L), 4));
    assertThat(two.received()).isEqualTo(9);
    assertThat(two.counted()).isEqualTo(2);
    assertThat(two.rejected()).containsEntry(Reason.TOO_OLD, 2L);
    assertThat(two.mergedVisits()).isEqualTo(4);
  }
}
