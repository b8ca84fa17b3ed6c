package io.sitepulse.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUsageTest {
  @Test
  void readsUserAndKernelTimeBehindANameWithBlanksAndBrackets() {
    String stat = "4711 (a) b (c) S 1 4711 4711 0 -1 4194560 100 0 3 0 150 25 7 9 20 0 30 0 1\n";

    assertThat(ProcessUsage.cpu(stat)).isEqualTo(Duration.ofMillis(1750));
  }

  @Test
  void readsTheLargestResidentMemory() {
    assertThat(ProcessUsage.peak(List.of("Name:\tjava", "VmHWM:\t  2048 kB", "VmRSS:\t 1 kB")))
        .isEqualTo(2048 * 1024);
  }

  @Test
  void hasNoMemoryWhereTheSystemDoesNotTell() {
    assertThat(ProcessUsage.peak(List.of("Name:\tjava"))).isZero();
  }

  @Test
  void measuresThisProcess() {
    assertThat(ProcessUsage.of(ProcessHandle.current()).cpu()).isPositive();
  }
}
