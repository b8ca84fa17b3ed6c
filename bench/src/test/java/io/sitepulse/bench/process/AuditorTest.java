package io.sitepulse.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sitepulse.bench.report.AuditOutcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AuditorTest {
  @Test
  void sumsUpTheRecountedEventsOfAllDays() throws IOException {
    String report =
        """
        WARN  something
        {"days": [
          {"subject": "bench", "claimed": {"received": 9}, "recounted": {"received": 4}},
          {"subject": "bench", "recounted": {"received": 3, "views": 3}}],
         "polls": [], "differences": 1}
        """;

    assertThat(Auditor.outcome("count", 7, 2, report))
        .isEqualTo(new AuditOutcome("count", 7, 7, 2, 1));
  }

  @Test
  void refusesAnOutputWithoutAReport() {
    assertThatIOException().isThrownBy(() -> Auditor.outcome("count", 7, 2, "no report"));
  }
}
