package io.sitepulse.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ChaosIT {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosIT.class);

  /** With this seed kills, pauses and a further instance of streams come within the time. */
  private static final long SEED = 12;

  @Test
  void nothingIsLostOrTwiceWhateverIsKilled(@TempDir Path folder) throws Exception {
    var options = new ChaosOptions(Duration.ofSeconds(90), SEED, 40, 1);

    ChaosReport report = new Chaos(options, folder, LOG::info).run();

    assertThat(report.faultsFound()).as(report.text()).isEmpty();
    assertThat(report.faults()).as(report.text()).hasSizeGreaterThan(5);
    assertThat(report.ledger()).as(report.text()).hasSizeGreaterThan(4);
    assertThat(report.ledger().stream().mapToLong(ChaosReport.LedgerRow::counted).sum())
        .isGreaterThan(3_000);
  }
}
