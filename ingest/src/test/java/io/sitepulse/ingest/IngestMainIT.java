package io.sitepulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.kafka.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector as a separate process. */
class IngestMainIT {
  private static final int SENDERS = 8;

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
  private TestBroker broker;
  private Process process;
  private int port;

  @BeforeEach
  void start() throws Exception {
    broker = TestBroker.start(folder);
    IngestTester.prepare(broker);
    port = freePort();
    process = launch();
    await().until(() -> get("/health/ready") == 200);
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
    broker.close();
  }

  @Test
  void sigtermUnderLoadLosesNoAcknowledgedEventAndExitsWithZero() throws Exception {
    var underLoad = new CountDownLatch(200);
    var senders = Executors.newFixedThreadPool(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      senders.execute(() -> sendUntilRefused(underLoad));
    }
    assertThat(underLoad.await(2, TimeUnit.MINUTES)).isTrue();

    process.destroy(); // SIGTERM

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    senders.shutdown();
    assertThat(senders.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    Set<UUID> stored =
        TopicContents.events(broker.config()).stream()
            .map(record -> record.value())
            .map(PageView::id)
            .collect(Collectors.toSet());
    assertThat(stored).containsAll(acknowledged).hasSizeGreaterThanOrEqualTo(200);
  }

  private void sendUntilRefused(CountDownLatch underLoad) {
    try {
      while (true) {
        var id = UUID.randomUUID();
        if (post(id) == 202) {
          acknowledged.add(id);
          underLoad.countDown();
        }
      }
    } catch (IOException gone) {
      underLoad.countDown(); // The process has ended as expected.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int post(UUID id) throws IOException, InterruptedException {
    String body = "{\"id\":\"" + id + "\",\"site\":\"demo\",\"page\":\"/\"}";
    var request =
        HttpRequest.newBuilder(at("/api/events"))
            .header("Content-Type", "text/plain")
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private int get(String path) {
    try {
      var request = HttpRequest.newBuilder(at(path)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process launch() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var builder =
        new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            IngestMain.class.getName());
    builder.environment().put("SITEPULSE_KAFKA_BOOTSTRAP", broker.config().bootstrap());
    builder.environment().put("SITEPULSE_INGEST_PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(Path.of("target", "process.log").toFile());
    return builder.start();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
