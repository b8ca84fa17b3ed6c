package io.sitepulse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.bench.part.BenchSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private static final int WRONG = 2;

  @Test
  void namesEveryPartInItsHelp() {
    var help = new StringWriter();
    int exit = BenchCommand.commandLine().setOut(new PrintWriter(help)).execute("--help");

    assertThat(exit).isZero();
    for (PartName part : PartName.values()) {
      assertThat(help.toString()).contains(part.toString());
    }
  }

  @Test
  void refusesAnUnknownPart() {
    var errors = new StringWriter();
    int exit = BenchCommand.commandLine().setErr(new PrintWriter(errors)).execute("speed");

    assertThat(exit).isEqualTo(WRONG);
    assertThat(errors.toString()).contains("speed");
  }

  @Test
  void saysThatAQuickRunIsNoResult() {
    assertThat(BenchSettings.quick(Path.of("x")).text()).contains("QUICK").contains("fewer than 5");
    assertThat(BenchSettings.full(Path.of("x")).text())
        .isEqualTo("5 runs a side in turn, 10 s each, after a warm-up of 60 s a JVM");
    assertThat(BenchSettings.full(Path.of("x")).withRuns(2).text()).contains("fewer than 5 runs");
  }
}
