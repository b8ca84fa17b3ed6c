package io.sitepulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's life: starting, dying, coming back. */
class EmbeddedClickHouseIT {
  private static final String CREATE = "CREATE TABLE kept (n UInt64) ENGINE = MergeTree ORDER BY n";

  @TempDir private Path directory = Path.of("");

  @Test
  void storedDataSurvivesAKillAndARestartOnTheSamePort() throws Exception {
    try (ClickHouseTester tester = ClickHouseTester.start(directory)) {
      tester.ask(CREATE);
      tester.ask("INSERT INTO kept VALUES (1),(2),(3)");
      int port = tester.clickHouse().port();

      tester.clickHouse().kill();
      assertThat(tester.clickHouse().isAlive()).isFalse();
      tester.clickHouse().restart();

      assertThat(tester.clickHouse().port()).isEqualTo(port);
      assertThat(tester.ask("SELECT sum(n) FROM kept")).isEqualTo("6");
    }
  }

  @Test
  void aKillInTheMiddleOfInsertsLosesNothingThatWasAnswered() throws Exception {
    try (ClickHouseTester tester = ClickHouseTester.start(directory)) {
      tester.ask(CREATE);
      for (int i = 0; i < 50; i++) {
        assertThat(tester.ask("INSERT INTO kept VALUES (" + i + ")")).isEmpty();
      }
      tester.clickHouse().kill();
      tester.clickHouse().restart();

      assertThat(tester.ask("SELECT count() FROM kept")).isEqualTo("50");
    }
  }

  @Test
  void afterCloseTheProcessIsGoneAndTheDataCanBeOpenedAgain() throws Exception {
    long pid;
    CompletableFuture<Integer> exit;
    try (ClickHouseTester tester = ClickHouseTester.start(directory)) {
      pid = tester.clickHouse().pid();
      exit = tester.clickHouse().onExit();
      tester.ask(CREATE);
      tester.ask("INSERT INTO kept VALUES (7)");
    }

    assertThat(exit.join()).isZero();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    try (ClickHouseTester again = ClickHouseTester.start(directory)) {
      assertThat(again.ask("SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void closeLetsARunningQueryEnd() throws Exception {
    CompletableFuture<String> slow;
    try (ClickHouseTester tester = ClickHouseTester.start(directory)) {
      slow =
          CompletableFuture.supplyAsync(() -> tester.ask("SELECT sleepEachRow(1) FROM numbers(2)"));
      await().until(() -> tester.ask("SELECT count() FROM system.processes").equals("2"));
    }

    assertThat(slow.join()).isEqualTo("0\n0");
  }

  @Test
  void aSecondEngineOverTheSameDataIsRefusedInOneLine() throws Exception {
    try (ClickHouseTester tester = ClickHouseTester.start(directory)) {
      assertThatThrownBy(() -> EmbeddedClickHouse.start(directory, 0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(directory + " is in use by another ClickHouse engine");

      assertThat(tester.ask("SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aTakenPortIsRefusedInOneLine() throws Exception {
    try (ClickHouseTester tester = ClickHouseTester.start(directory.resolve("one"))) {
      int port = tester.clickHouse().port();

      assertThatThrownBy(() -> EmbeddedClickHouse.start(directory.resolve("two"), port))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Cannot listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void theChildEndsWithItsParentHoweverThatEnds() throws Exception {
    Process parent = startParent();
    ProcessHandle child = childOf(parent);
    assertThat(child.isAlive()).isTrue();

    parent.destroyForcibly().waitFor();

    await().until(() -> !child.isAlive());
    try (ClickHouseTester tester = ClickHouseTester.start(directory)) {
      assertThat(tester.ask("SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void onlyThisMachineCanConnect() throws Exception {
    try (ClickHouseTester tester = ClickHouseTester.start(directory)) {
      int port = tester.clickHouse().port();
      for (InetAddress address : addressesToTheOutside()) {
        assertThatThrownBy(() -> connect(address, port))
            .as("%s", address)
            .isInstanceOf(ConnectException.class);
      }
      connect(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
  }

  @Test
  void aQueryOverTheMemoryLimitFailsAloneAndNotTheServer() throws Exception {
    var options = ClickHouseOptions.in(directory).withMaxMemoryBytes(600L << 20);
    try (EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(options);
        var connection =
            DriverManager.getConnection(
                clickHouse.jdbcUrl(), clickHouse.user(), clickHouse.password());
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> statement.executeQuery("SELECT groupArray(number) FROM numbers(200000000)"))
          .hasMessageContaining("MEMORY_LIMIT_EXCEEDED");
      assertThat(statement.execute("SELECT 1")).isTrue();
    }
  }

  private Process startParent() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            ParentMain.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static ProcessHandle childOf(Process parent) throws IOException {
    BufferedReader output = parent.inputReader();
    String line = Objects.requireNonNull(output.readLine());
    while (!line.startsWith("child ")) {
      line = Objects.requireNonNull(output.readLine());
    }
    return ProcessHandle.of(Long.parseLong(line.substring("child ".length()))).orElseThrow();
  }

  private static List<InetAddress> addressesToTheOutside() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
    }
  }
}
