package io.sitepulse.local.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyIT {
  /**
   * Durations are not asserted. {@code sitepulse latency} measures them, and they depend on the
   * machine.
   */
  @Test
  void everyViewIsOnAStrangersScreenAndItsTimeIsMeasured(@TempDir Path folder) throws Exception {
    try (var pulse =
        Sitepulse.start(
            SitepulseOptions.in(folder).with("SITEPULSE_DEFINITIONS_SEED", "shipped"))) {
      Latencies measured = new LatencyProbe(pulse.vertx(), pulse.url(), "demo").run(8, 2);
      System.out.println("POST to SSE: " + measured.text());
      assertThat(measured.sorted()).hasSize(8).allMatch(took -> took.toNanos() > 0);
    }
  }
}
