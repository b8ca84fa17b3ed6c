package io.sitepulse.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.local.chaos.ChaosReport.LedgerRow;
import io.sitepulse.local.chaos.ChaosReport.Row;
import io.sitepulse.local.chaos.plan.Fault;
import io.sitepulse.local.chaos.plan.FaultGroup;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosReportTest {
  private static final ChaosOptions OPTIONS = options(Duration.ofSeconds(90), 100, 3);

  @Test
  void namesTheCommandThatRepeatsTheRun() {
    String command = "./sitepulse chaos --minutes 1.50 --seed 7 --rate 100 --brokers 3";

    assertThat(report(List.of()).text()).startsWith(command);
    assertThat(report(List.of()).markdown()).startsWith(command);
  }

  @Test
  void hasALineForEachFaultAndSubject() {
    assertThat(report(List.of()).markdown())
        .contains("| kill -9 of streams | 2 | 4.5 s | 0.4 s | 0.6 s |")
        .contains("| one 2026-11-29 | 10 to 11 | 8 | 1 | 1 | 0 |");
    assertThat(report(List.of()).text()).contains("kill -9 of streams").contains("4.5 s");
  }

  @Test
  void isCleanOnlyWithoutAnyDifference() {
    assertThat(report(List.of()).isClean()).isTrue();
    assertThat(report(List.of()).text())
        .contains("Nothing lost")
        .contains("no process ended by itself");
    assertThat(report(List.of("a is 1, expected 2")).isClean()).isFalse();
    assertThat(report(List.of("a is 1, expected 2")).text())
        .contains("NOT AS IT MUST BE:\n- a is 1, expected 2")
        .doesNotContain("Nothing lost");
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThatThrownBy(() -> options(Duration.ofMinutes(3), 100, 2))
        .hasMessage("--brokers must be 1 or 3, not 2");
    assertThatThrownBy(() -> options(Duration.ofSeconds(3), 100, 1))
        .hasMessageContaining("at least 20 s");
    assertThatThrownBy(() -> options(Duration.ofMinutes(3), 0, 1)).hasMessageContaining("--rate");
  }

  @Test
  void namesTheGroupsOfFaultsThatWereChosen() {
    var some = EnumSet.of(FaultGroup.NETWORK, FaultGroup.DISK);

    assertThat(new ChaosOptions(Duration.ofMinutes(3), 7, 100, 1, some).command())
        .endsWith("--brokers 1 --faults disk,network");
  }

  private static ChaosOptions options(Duration duration, int rate, int brokers) {
    return new ChaosOptions(duration, 7, rate, brokers, EnumSet.allOf(FaultGroup.class));
  }

  private static ChaosReport report(List<String> found) {
    return new ChaosReport(
        OPTIONS,
        List.of(
            new Row(
                Fault.KILL_STREAMS,
                2,
                Duration.ofMillis(4_500),
                Duration.ofMillis(400),
                Duration.ofMillis(600))),
        List.of(new LedgerRow("one 2026-11-29", "10 to 11", 8, 1, 1, 0)),
        List.of("a fact"),
        found);
  }
}
