package io.sitepulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.kafka.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs dashboard-api as a process, configured by environment variables. */
class ProcessIT {
  private static final Pattern LISTENING = Pattern.compile("listening port=\"(\\d+)\"");

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile int port;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void isReadyWithKafkaAndDrainsOnSigterm() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"))) {
      Process process =
          start(
              Map.of(
                  "SITEPULSE_KAFKA_BOOTSTRAP",
                  broker.bootstrap(),
                  "SITEPULSE_DEFINITIONS_SEED",
                  "shipped"));
      awaitListening();
      await().until(() -> status("/health/ready") == 200);
      await().until(() -> status("/api/polls/website-content") == 200);
      try (var reader = EventReader.open(client, at("/api/sites/demo/counters/live"))) {
        await().until(() -> !reader.events.isEmpty());
        process.destroy();
        await().until(reader::ended);
      }
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
  }

  @Test
  void isLiveButNotReadyWithoutKafka() throws Exception {
    start(Map.of("SITEPULSE_KAFKA_BOOTSTRAP", "127.0.0.1:" + closedPort()));
    awaitListening();
    assertThat(status("/health/live")).isEqualTo(200);
    assertThat(status("/health/ready")).isEqualTo(503);
    assertThat(status("/metrics")).isEqualTo(200);
  }

  @Test
  void reportsAllInvalidSettingsTogether() throws Exception {
    Process process =
        start(
            Map.of(
                "SITEPULSE_DASHBOARD_LIVE_INTERVAL", "often", "SITEPULSE_VOTER_SECRET", "short"));
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("log")))
        .contains("sitepulse.dashboard.live-interval must be", "sitepulse.voter.secret must be")
        .doesNotContain("Exception");
  }

  private Process start(Map<String, String> environment) throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DashboardMain.class.getName()));
    builder.environment().put("SITEPULSE_DASHBOARD_PORT", "0");
    builder.environment().put("SITEPULSE_DASHBOARD_DATA", folder.resolve("data").toString());
    builder.environment().putAll(environment);
    Process process =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    started.add(process);
    return process;
  }

  /** Reads the port of the process from its log. */
  private void awaitListening() {
    await()
        .untilAsserted(
            () -> {
              String log = Files.readString(folder.resolve("log"));
              var listening = LISTENING.matcher(log);
              assertThat(listening.find()).as(log).isTrue();
              port = Integer.parseInt(listening.group(1));
            });
  }

  private int status(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(10)).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int closedPort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
