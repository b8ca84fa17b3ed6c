package io.sitepulse.local.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.chaos.plan.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

  @TempDir Path logs;

  private final Supervisor supervisor = new Supervisor();

  @Test
  void aProcessThatEndedByItselfIsStartedAgainAndNamed() {
    try (var process = process("streams-1")) {
      process.start();
      awaitEnd(process);
      assertThat(supervisor.startAgain(List.of(process))).containsExactly("streams-1");
      awaitEnd(process);
      assertThat(supervisor.startAgain(List.of(process))).containsExactly("streams-1");
    }
    assertThat(supervisor.endings()).containsExactly("streams-1 ended by itself, times: 2");
  }

  @Test
  void aProcessThatWasKilledOrStoppedIsNot() throws Exception {
    try (var killed = process("streams-1");
        var stopped = process("streams-2")) {
      killed.start();
      killed.kill();
      stopped.start();
      stopped.stop();
      assertThat(supervisor.startAgain(List.of(killed, stopped))).isEmpty();
      assertThat(killed.isRunning()).isFalse();
    }
    assertThat(supervisor.endings()).isEmpty();
  }

  /** A process that ends at once. */
  private ManagedProcess process(String name) {
    return new ManagedProcess(Role.STREAMS, name, 0, List.of("--version"), Map.of(), logs);
  }

  private static void awaitEnd(ManagedProcess process) {
    await().until(() -> !process.isRunning());
  }
}
