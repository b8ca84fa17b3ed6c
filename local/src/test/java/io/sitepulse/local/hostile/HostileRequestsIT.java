package io.sitepulse.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.Noon;
import io.sitepulse.local.Reader;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests made of random parts, byte by byte: none of them may cost the answer to others. */
class HostileRequestsIT {
  private static final String SITE = "hostile-requests";
  private static final String POLL = "hostile-requests-poll";
  private static final long SEED = 20_261_129;
  private static final int REQUESTS = 4_000;
  private static final int TIMEOUT_MS = 15_000;
  private static final int SERVER_FAULT = 500;

  private static final List<String> METHODS =
      List.of("GET", "GET", "POST", "POST", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "BREW");

  private static final List<String> PATHS =
      List.of(
          "/api/events",
          "/api/events",
          "/api/pixel.gif",
          "/api/sites/" + SITE + "/counters",
          "/api/sites/" + SITE + "/counters.svg",
          "/api/sites/%00/counters",
          "/api/sites/..%2f..%2f/counters",
          "/api/polls/" + POLL,
          "/api/polls/" + POLL + "/votes",
          "/api/polls/" + POLL + "/votes",
          "/api/polls/%ff%fe/votes",
          "/embed/counter",
          "/embed/poll",
          "/api/manage/sites",
          "/api/manage/reports/course",
          "/api/manage/session",
          "/dashboard/",
          "/dashboard/%2e%2e/%2e%2e/etc/passwd",
          "/health/ready",
          "/nowhere",
          "//",
          "/%");

  private static final List<String> NAMES =
      List.of(
          "site",
          "poll",
          "page",
          "id",
          "lang",
          "theme",
          "receipt",
          "from",
          "to",
          "scope",
          "period",
          "filter",
          "format",
          "token",
          "shared",
          "limit",
          "title",
          "referrer",
          "x");

  private static final List<String> HEADERS =
      List.of(
          "Origin",
          "Referer",
          "User-Agent",
          "Accept-Language",
          "X-Forwarded-For",
          "Forwarded",
          "X-Forwarded-Proto",
          "Content-Type",
          "Content-Encoding",
          "If-None-Match",
          "Authorization",
          "Last-Event-ID",
          "Sec-GPC",
          "Accept",
          "Range",
          "X-Sitepulse-Receipt");

  private static final List<String> COOKIES =
      List.of("sitepulse_voter", "sitepulse_voted_" + POLL, "sitepulse_session", "lang", "", "a=b");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          SITE,
          POLL,
          "null",
          "-1",
          "9223372036854775808",
          "1e999",
          "NaN",
          "2026-02-30",
          "+999999999-12-31",
          "0000-00-00",
          "../../../../etc/passwd",
          "%00",
          "%",
          "%zz",
          "%c0%af",
          "' OR 1=1 --",
          "{x:Array(String)}",
          "<script>alert(1)</script>",
          "${jndi:ldap://x}",
          "https://\u0000.vn",
          "http://[::1",
          "fe80::1%eth0",
          "for=\"[\";;;",
          "1.2.3.4, , ,unknown",
          "vi-VN;q=9,*;q=x",
          "text/plain;charset=no-such",
          "application/json",
          "application/json",
          "gzip",
          "Bearer ",
          "Bearer \u00ff\u00fe",
          "Basic =====",
          "*/*;q=,",
          "bytes=9-1",
          "A".repeat(3_000),
          "\u00e1\u00bb\u0080",
          "\ud83d\ude00",
          "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVm");

  private static final List<String> BODIES =
      List.of(
          "{\"site\":\"" + SITE + "\",\"page\":\"%s\"}",
          "{\"site\":\"" + SITE + "\",\"page\":\"/\",\"title\":\"%s\",\"referrer\":\"%s\"}",
          "[{\"site\":\"%s\",\"page\":\"/\",\"id\":\"%s\"}]",
          "{\"site\":\"" + SITE + "\",\"page\":\"/\",\"ageMs\":%s,\"engagedMs\":%s}",
          "{\"site\":\"" + SITE + "\",\"kind\":\"%s\",\"view\":\"%s\",\"language\":\"%s\"}",
          "{\"choices\":[\"%s\"],\"voter\":\"%s\",\"id\":\"%s\"}",
          "{\"choices\":%s}",
          "choice=%s&voter=%s",
          "[".repeat(2_000) + "%s",
          "%s");

  private final Random random = new Random(SEED);

  @Test
  void noRequestIsAFaultOfTheServerOrCostsAnother(@TempDir Path folder) throws Exception {
    Path seed =
        Files.writeString(
            folder.resolve("seed.yaml"),
            """
            sites:
              - {id: %s, zone: "%s"}
              - {id: watched, zone: "%s"}
            polls:
              - id: %s
                site: %s
                question: Q
                options: [{id: a, label: A}, {id: b, label: B}]
                changeable: true
            """
                .formatted(SITE, Noon.zone(), Noon.zone(), POLL, SITE));
    var options =
        SitepulseOptions.in(folder.resolve("data"))
            .with("SITEPULSE_DEFINITIONS_SEED", seed.toString());
    try (var pulse = Sitepulse.start(options)) {
      var reader = new Reader(pulse);
      var statuses = new TreeMap<Integer, Integer>();
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = request();
        int status = send(pulse, request);
        statuses.merge(status, 1, Integer::sum);
        assertThat(status)
            .as("request %d of seed %d:%n%s", i, SEED, new String(request, StandardCharsets.UTF_8))
            .isLessThan(SERVER_FAULT);
      }
      // So that the requests were not all refused for the same simple reason.
      assertThat(statuses).as("answers").containsKeys(200, 202, 400, 404);

      assertThat(reader.view("watched", "/", "192.0.2.1")).isEqualTo(202);
      await()
          .untilAsserted(
              () ->
                  assertThat(reader.live("watched", "total")).isEqualTo(new Reader.Sums(1, 1, 1)));
      await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
    }
  }

  private byte[] request() {
    String method = any(METHODS);
    var text = new StringBuilder(method).append(' ').append(any(PATHS));
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(text.indexOf("?") < 0 ? '?' : '&').append(any(NAMES)).append('=');
      text.append(inAddress(any(VALUES)));
    }
    text.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(any(HEADERS)).append(": ").append(inHeader(any(VALUES))).append("\r\n");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append("Cookie: ").append(any(COOKIES)).append('=').append(inHeader(any(VALUES)));
      text.append("\r\n");
    }
    byte[] body = method.equals("GET") || method.equals("HEAD") ? new byte[0] : body();
    if (body.length > 0 && random.nextInt(4) > 0) {
      text.append("Content-Type: application/json\r\n");
    }
    text.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return joined(text.toString().getBytes(StandardCharsets.UTF_8), body);
  }

  private byte[] body() {
    String template = any(BODIES);
    while (template.contains("%s")) {
      int at = template.indexOf("%s");
      template =
          template.substring(0, at) + any(VALUES).replace("%s", "") + template.substring(at + 2);
    }
    byte[] bytes = template.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(8) - 4; i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** A blank or a line break would end the request line. */
  private static String inAddress(String value) {
    return value.replaceAll("[\\s\\x00]", "+");
  }

  private static String inHeader(String value) {
    return value.replaceAll("[\\r\\n\\x00]", "");
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** Returns the status, or 0 if the connection was closed without an answer. */
  private static int send(Sitepulse pulse, byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), pulse.url().getPort())) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      var line = new StringBuilder();
      for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; c = read(socket)) {
        line.append((char) c);
      }
      String[] parts = line.toString().trim().split(" ", 3);
      return parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
    }
  }

  private static int read(Socket socket) throws IOException {
    return socket.getInputStream().read();
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
