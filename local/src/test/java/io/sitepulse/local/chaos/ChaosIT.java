package io.sitepulse.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import io.sitepulse.local.chaos.plan.FaultGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ChaosIT {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosIT.class);

  /**
   * With this seed kills, a pause, stalled and reset connections and a further instance of streams
   * come.
   */
  private static final long SEED = 233;

  /** The groups that need neither root nor a library. */
  private static final Set<FaultGroup> GROUPS = EnumSet.of(FaultGroup.PROCESS, FaultGroup.NETWORK);

  @Test
  void nothingIsLostOrTwiceWhateverIsKilled(@TempDir(cleanup = ON_SUCCESS) Path folder)
      throws Exception {
    var options = new ChaosOptions(Duration.ofSeconds(90), SEED, 40, 1, GROUPS);

    ChaosReport report = new Chaos(options, folder, LOG::info).run();

    assertThat(report.faultsFound()).as(report.text()).isEmpty();
    assertThat(report.faults()).as(report.text()).hasSizeGreaterThan(5);
    assertThat(report.ledger()).as(report.text()).hasSizeGreaterThan(4);
    assertThat(report.ledger().stream().mapToLong(ChaosReport.LedgerRow::counted).sum())
        .isGreaterThan(3_000);
  }
}
