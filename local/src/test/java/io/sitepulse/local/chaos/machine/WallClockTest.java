package io.sitepulse.local.chaos.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WallClockTest {
  @TempDir Path folder;

  @Test
  void tellsTheProcessItsOffsetInSeconds() throws Exception {
    Path file = folder.resolve("streams-1");
    var clock = new WallClock(file);
    assertThat(file).hasContent("+0");
    clock.set(Duration.ofHours(-25));
    assertThat(file).hasContent("-90000");
  }

  @Test
  void theProcessMayStillHaveTheTimeBeforeAChange() throws Exception {
    var clock = new WallClock(folder.resolve("ingest-1"));
    assertThat(clock.offsets()).containsExactly(Duration.ZERO);
    clock.set(Duration.ofHours(1));
    assertThat(clock.offsets()).containsExactlyInAnyOrder(Duration.ZERO, Duration.ofHours(1));
  }
}
