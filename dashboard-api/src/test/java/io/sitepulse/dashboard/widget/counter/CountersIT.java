package io.sitepulse.dashboard.widget.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.sse.SseConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests public counters over HTTP. */
class CountersIT {
  private static final String COUNTERS = "/api/sites/demo/counters";
  private static final int OFFICE = 1_000;

  private DashboardTester pulse = DashboardTester.start();

  @BeforeEach
  void oneSite() {
    fill();
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  private void fill() {
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.counters.put("demo", Samples.counters("demo", 2, 536, pulse.clock.instant()));
  }

  @Test
  void theCountersAreJsonWithTheBaselineInTheTotal() throws Exception {
    var answer = pulse.get(COUNTERS);
    var body = new JsonObject(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(body.getLong("online")).isEqualTo(2);
    assertThat(body.getString("day")).isEqualTo("2026-11-21");
    assertThat(body.getJsonObject("today").getLong("visits")).isEqualTo(536);
    assertThat(body.getJsonObject("total").getLong("visits")).isEqualTo(676_536);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=1");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  @Test
  void aKnownEntityTagIsAnswered304() throws Exception {
    String tag = pulse.get(COUNTERS).headers().firstValue("ETag").orElseThrow();
    assertThat(pulse.get(COUNTERS, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(pulse.get(COUNTERS, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void headAnswersWithoutBody() throws Exception {
    var answer = pulse.send(HttpMethod.HEAD, COUNTERS, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow()).isPositive();
  }

  @Test
  void anUnknownSiteIsAnswered404() throws Exception {
    var answer = pulse.get("/api/sites/nobody/counters");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(pulse.get("/api/sites/nobody/counters/live").statusCode()).isEqualTo(404);
  }

  @Test
  void theImageOfAnUnknownSiteSaysSo() throws Exception {
    var answer = pulse.get("/api/sites/nobody/counters.svg");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("image/svg+xml; charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).startsWith("<svg").contains("<desc id=\"d\">Không có trang này");
    assertThat(pulse.get("/api/sites/nobody/counters.svg?lang=en").body()).contains("Unknown site");
    assertThat(pulse.get("/api/sites/nobody/counters.svg?show=x").statusCode()).isEqualTo(400);
  }

  @Test
  void otherMethodsAreAnswered405() throws Exception {
    assertThat(pulse.send(HttpMethod.PUT, COUNTERS, "x").statusCode()).isEqualTo(405);
  }

  @Test
  void todayIsResetAtMidnightWithoutAnEvent() throws Exception {
    pulse.clock.advance(Duration.ofMinutes(2));
    var body = new JsonObject(pulse.get(COUNTERS).body());
    assertThat(body.getString("day")).isEqualTo("2026-11-22");
    assertThat(body.getJsonObject("today").getLong("visits")).isZero();
    assertThat(body.getJsonObject("yesterday").getLong("visits")).isEqualTo(536);
  }

  @Test
  void aStreamSendsTheFirstStateAtOnce() throws Exception {
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> !reader.events.isEmpty());
      assertThat(reader.last().getLong("online")).isEqualTo(2);
      assertThat(reader.lines).contains("retry: 2000", "event: counters");
      assertThat(reader.lines).anyMatch(line -> line.startsWith("id: "));
    }
  }

  @Test
  void aStreamSendsAtMostOneMessageASecondAndTheLatestStateLast() throws Exception {
    long began = System.nanoTime();
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.events.size() == 1);
      for (int visits = 600; visits <= 700; visits++) {
        pulse.counters.put("demo", Samples.counters("demo", 2, visits, pulse.clock.instant()));
      }
      await().until(() -> reader.last().getJsonObject("today").getLong("visits") == 700);
      int messages = reader.events.size();
      Duration passed = Duration.ofNanos(System.nanoTime() - began);
      assertThat(passed).isGreaterThan(Duration.ofMillis(990L * (messages - 1)));
    }
  }

  @Test
  void anUpdateAfterAPauseIsSentAtOnce() throws Exception {
    var interval = Duration.ofSeconds(50); // Longer than the test waits.
    restart(new SseConfig(10, 2_000, interval, interval));
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.events.size() == 1);
      pulse.clock.advance(interval);
      pulse.counters.put("demo", Samples.counters("demo", 3, 537, pulse.clock.instant()));
      await().until(() -> reader.events.size() == 2);
      assertThat(reader.last().getLong("online")).isEqualTo(3);
    }
  }

  @Test
  void aStreamSendsTheNewDayAtMidnight() throws Exception {
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.events.size() == 1);
      pulse.clock.advance(Duration.ofMinutes(2));
      await().until(() -> reader.events.size() == 2);
      assertThat(reader.last().getString("day")).isEqualTo("2026-11-22");
      assertThat(reader.last().getJsonObject("today").getLong("visits")).isZero();
    }
  }

  @Test
  void aStreamSendsZeroWhenAllVisitorsHaveLeft() throws Exception {
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.events.size() == 1);
      pulse.clock.advance(Duration.ofMinutes(7));
      await().until(() -> reader.last().getLong("online") == 0);
    }
  }

  @Test
  void aSnapshotWithEqualFiguresSendsNoMessage() throws Exception {
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.events.size() == 1);
      pulse.clock.advance(Duration.ofSeconds(2));
      pulse.counters.put("demo", Samples.counters("demo", 2, 536, pulse.clock.instant()));
      pulse.clock.advance(Duration.ofSeconds(2));
      pulse.counters.put("demo", Samples.counters("demo", 9, 536, pulse.clock.instant()));
      await().until(() -> reader.last().getLong("online") == 9);
      assertThat(reader.events).hasSize(2);
    }
  }

  @Test
  void aSilentStreamReceivesHeartbeats() throws Exception {
    restart(new SseConfig(10, 2_000, Duration.ofSeconds(1), Duration.ofMillis(100)));
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> reader.lines.contains(": still here"));
    }
  }

  @Test
  void aReaderAboveTheLimitIsAnswered503() throws Exception {
    restart(new SseConfig(1, 2_000, Duration.ofSeconds(1), Duration.ofSeconds(15)));
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> !reader.events.isEmpty());
      var second = pulse.get(COUNTERS + "/live");
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).isPresent();
    }
    await()
        .untilAsserted(
            () -> {
              try (var again = pulse.live(COUNTERS + "/live")) {
                assertThat(again.response.statusCode()).isEqualTo(200);
              }
            });
  }

  /** An office behind one address, and someone with a /48. Others have places of their own. */
  @Test
  void aNetworkAboveItsLimitIsAnswered429() throws Exception {
    restart(new SseConfig(100, 2, Duration.ofSeconds(1), Duration.ofSeconds(15)));
    String[] office = {"X-Forwarded-For", "203.0.113.7"};
    try (var first = pulse.live(COUNTERS + "/live", office);
        var second = pulse.live(COUNTERS + "/live", office)) {
      await().until(() -> !first.events.isEmpty() && !second.events.isEmpty());
      try (var third = pulse.live(COUNTERS + "/live", office);
          var other = pulse.live(COUNTERS + "/live", "X-Forwarded-For", "198.51.100.7")) {
        assertThat(third.response.statusCode()).isEqualTo(429);
        assertThat(third.response.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(other.response.statusCode()).isEqualTo(200);
      }
      assertThat(pulse.get(COUNTERS, office).statusCode()).isEqualTo(200);
    }
    await()
        .untilAsserted(
            () -> {
              try (var again = pulse.live(COUNTERS + "/live", office)) {
                assertThat(again.response.statusCode()).isEqualTo(200);
              }
            });
  }

  /** Real connections, as those of 1,000 people behind one address. */
  @Test
  void anOfficeOpensAThousandStreamsAndHarmsNobody() throws Exception {
    restart(new SseConfig(5_000, OFFICE, Duration.ofSeconds(1), Duration.ofSeconds(15)));
    var office = new ArrayList<Socket>();
    try (var other = pulse.live(COUNTERS + "/live", "X-Forwarded-For", "198.51.100.7")) {
      for (int i = 0; i < OFFICE; i++) {
        office.add(streamOf("203.0.113.7"));
      }
      try (var refused = pulse.live(COUNTERS + "/live", "X-Forwarded-For", "203.0.113.7")) {
        assertThat(refused.response.statusCode()).isEqualTo(429);
        assertThat(refused.response.headers().firstValue("Retry-After")).hasValue("60");
      }
      pulse.clock.advance(Duration.ofSeconds(2));
      pulse.counters.put("demo", Samples.counters("demo", 2, 537, pulse.clock.instant()));

      await().until(() -> other.last().getJsonObject("today").getLong("visits") == 537);
      for (Socket one : office) {
        var lines = new BufferedReader(new InputStreamReader(one.getInputStream(), UTF_8)).lines();
        assertThat(lines.filter(line -> line.contains("\"visits\":537")).findFirst()).isPresent();
      }
    } finally {
      for (Socket one : office) {
        one.close();
      }
    }
  }

  /** Opens a stream without a thread that reads it. */
  private Socket streamOf(String client) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), pulse.at("/").getPort());
    socket.setSoTimeout(30_000);
    String request =
        "GET %s/live HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\n\r\n"
            .formatted(COUNTERS, client);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
    assertThat(new String(status, UTF_8)).isEqualTo("HTTP/1.1 200");
    return socket;
  }

  @Test
  void closingEndsStreamsCleanly() throws Exception {
    try (var reader = pulse.live(COUNTERS + "/live")) {
      await().until(() -> !reader.events.isEmpty());
      pulse.routes.close().await();
      await().until(reader::ended);
    }
  }

  private void restart(SseConfig live) {
    pulse.close();
    pulse = DashboardTester.start(live);
    fill();
  }
}
