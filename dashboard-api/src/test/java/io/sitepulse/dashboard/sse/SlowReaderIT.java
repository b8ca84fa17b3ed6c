package io.sitepulse.dashboard.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that a client that stops reading does not affect others. */
class SlowReaderIT {
  private static final String LIVE = "/api/polls/long/live";

  @Test
  void aStalledReaderIsClosedWithoutDelayingOthers() throws Exception {
    var config = new SseConfig(10, 2_000, Duration.ofMillis(1), Duration.ofSeconds(1));
    try (var pulse = DashboardTester.start(config);
        var stuck = new Socket()) {
      pulse.polls.put("long", longPoll());
      requestWithoutReading(stuck, portWithShortTimeout(pulse));
      try (var reader = pulse.live(LIVE)) {
        await().until(() -> !reader.events.isEmpty() && open(pulse) == 2);
        var ballots = new AtomicLong(1_000);
        await()
            .pollInterval(Duration.ofMillis(2))
            .until(() -> change(pulse, ballots) && open(pulse) == 1);
        assertThat(skipped(pulse)).isPositive();
        pulse.tallies.put("long", Samples.tally("long", Map.of("o1", 7L), 7));
        await().until(() -> reader.last().getLong("participants") == 7);
      }
    }
  }

  /** Serves the routes on a port with an idle timeout of 2 s instead of 60 s. */
  private static int portWithShortTimeout(DashboardTester pulse) {
    var options = new HttpServerOptions().setIdleTimeout(2).setHost("127.0.0.1").setPort(0);
    var server = pulse.vertx().createHttpServer(options).requestHandler(pulse.router);
    return server.listen().await().actualPort();
  }

  private static void requestWithoutReading(Socket socket, int port) throws IOException {
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request = "GET " + LIVE + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** A poll with long messages, which soon fill the buffers of the operating system. */
  private static Poll longPoll() {
    var options =
        IntStream.rangeClosed(1, 50).mapToObj(i -> new Option("o" + i, "x".repeat(200))).toList();
    return Poll.builder()
        .id("long")
        .site("demo")
        .question("?")
        .options(options)
        .changeable(true)
        .build();
  }

  /** Changes the tally, so that another message is sent. Called until the condition is met. */
  private static boolean change(DashboardTester pulse, AtomicLong ballots) {
    long now = ballots.incrementAndGet();
    pulse.tallies.put("long", Samples.tally("long", Map.of("o1", now), now));
    return true;
  }

  private static double open(DashboardTester pulse) {
    return pulse.registry.get("sitepulse.streams.open").gauge().value();
  }

  private static double skipped(DashboardTester pulse) {
    return pulse.registry.get("sitepulse.messages.skipped").counter().count();
  }
}
