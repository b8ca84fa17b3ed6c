package io.sitepulse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.bench.collect.CollectPart;
import io.sitepulse.bench.load.Wrk;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.PartResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector's part at a tiny size. It shows that the benchmark works, and measures nothing. */
class CollectIT {
  @TempDir private Path folder;

  @Test
  void measuresBothSidesAndEndsWithACleanAudit() throws Exception {
    var second = Duration.ofSeconds(1);
    var settings = new BenchSettings(true, 1, second, second, Duration.ofMinutes(2), folder);
    var part = new CollectPart(List.of(new Wrk.Events(2, 3, 100)));

    PartResult result = part.run(settings, line -> {});

    assertThat(result.comparisons())
        .singleElement()
        .satisfies(
            comparison -> {
              assertThat(comparison.ceiling().rate().median()).isPositive();
              assertThat(comparison.product().rate().median()).isPositive();
              assertThat(comparison.product().cpuPerHundredThousand()).isPositive();
              assertThat(comparison.ratio()).isPositive();
            });
    assertThat(result.audits()).singleElement().matches(AuditOutcome::clean);
    assertThat(result.audits().get(0).received()).isPositive();
  }
}
