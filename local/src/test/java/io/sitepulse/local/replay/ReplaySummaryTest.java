package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.replay.ReplaySummary.Log;
import io.sitepulse.local.replay.ReplaySummary.Malformed;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {
  @Test
  void aTenthOfTheLinesMayBeMalformed() {
    assertThat(summary(100, 90, 10).isUnusable()).isFalse();
    assertThat(summary(100, 89, 11).isUnusable()).isTrue();
    assertThat(summary(100, 89, 11).fault())
        .contains("11 of the 100 lines cannot be read (format: combined")
        .contains("Line 3: broken")
        .contains("89 pages were sent before.");
  }

  @Test
  void aLogWithoutPagesIsUnusable() {
    assertThat(summary(100, 0, 0).isUnusable()).isTrue();
    assertThat(summary(100, 0, 0).fault())
        .contains("None of the 100 lines is a page")
        .contains("Nothing was sent.");
  }

  private static ReplaySummary summary(long lines, long pages, long malformed) {
    var faults = new Malformed(malformed, List.of(), malformed == 0 ? "" : "3: broken");
    return new ReplaySummary(
        new Log("combined", lines, pages, faults), 0, 1, pages, 0, new TreeMap<>(), Duration.ZERO);
  }
}
