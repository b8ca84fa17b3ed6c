package io.sitepulse.local.replay.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatsTest {
  private static final String TIME = "[12/Mar/2026:08:00:01 +0700]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "combined | %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\"",
        "directive | LogFormat \"%h %l %u %t \\\"%r\\\" %>s %b \\\"%{Referer}i\\\""
            + " \\\"%{User-agent}i\\\"\" combined",
        "bytes | %h %l %u %t \"%m %U%q %H\" %>s %O \"%{Referer}i\" \"%{User-agent}i\" %D",
        "conditional | %a %l %u %t \"%r\" %<s %B \"%!200,304{Referer}i\" \"%{User-Agent}i\"",
        "nginx | $remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
            + " \"$http_referer\" \"$http_user_agent\" \"$http_x_forwarded_for\"",
        "directive | log_format main '$remote_addr - $remote_user [$time_local] \"$request\" '"
            + " '$status ${body_bytes_sent} \"$http_referer\" ' '\"$http_user_agent\"';",
      })
  void aLineIsReadByTheTextThatConfiguredTheServer(String name, String format) throws Exception {
    LogLine line =
        read(
            format,
            "203.0.113.1 - - "
                + TIME
                + " \"GET /a?b=1 HTTP/1.1\" 200 12 \"https://x.vn/\" \"Agent/1 (a)\" \"-\"");

    assertThat(line)
        .isEqualTo(
            new LogLine(
                "203.0.113.1",
                Instant.parse("2026-03-12T01:00:01Z"),
                "GET",
                "/a?b=1",
                200,
                "https://x.vn/",
                "Agent/1 (a)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1, -, 03/20/26, 7:55:20, W3SVC2, S, 192.0.2.9, 1, 2, 3, 200, 0, GET, /a, -,| /a",
        "192.0.2.1, -, 3/20/26, 07:55:20, W3SVC2, S, 192.0.2.9, 1, 2, 3, 200, 0, GET, /a, x=1,"
            + " | /a?x=1",
        "192.0.2.1, T\\an, 03/20/2026, 7:55:20, W3SVC2, S, ::1, 1, 2, 3, 200, 0, GET, /, -,| /",
        "192.0.2.1, -, 03/20/26, 7:55:20, W3SVC2, S, -, 1, 2, 3, 200, 64, GET, /a,b, -| /a,b",
        "192.0.2.1, -, 03/20/26, 7:55:20, , S, ::1, 1, 2, 3, 200, 0, GET, /a, x=1&y=2,| /a?x=1&y=2",
      })
  void aLineOfIisIsRead(String text, String target) throws Exception {
    LogLine line = requireNonNull(LogFormats.of("iis-native").read(text));

    assertThat(line.target()).isEqualTo(target);
    assertThat(line.host()).isEqualTo("192.0.2.1");
    assertThat(line.at())
        .isEqualTo(
            LocalDateTime.of(2026, 3, 20, 7, 55, 20).atZone(ZoneId.systemDefault()).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1, -, 03/20/26, 7:55:20, W3SVC2",
        "192.0.2.1, -, 33/20/26, 7:55:20, W3SVC2, S, ::1, 1, 2, 3, 200, 0, GET, /a, -,",
        "192.0.2.1, -, 03/20/26, 7:55:20, W3SVC2, S, ::1, 1, 2, 3, 0, 0, GET, /a, -,",
        ", , , , , , , , , , , , , , ",
        "192.0.2.1 - - [12/Mar/2026:08:00:01 +0700] \"GET / HTTP/1.1\" 200 1",
      })
  void aLineThatIsNotOfIisIsMalformed(String text) {
    assertThatThrownBy(() -> LogFormats.of("iis-native").read(text))
        .isInstanceOf(MalformedLineException.class);
  }

  @Test
  void anAddressIsTakenFromTheFirstColumnThatHasOne() throws Exception {
    String format = "%{X-Forwarded-For}i %h %t \"%r\" %>s";

    assertThat(read(format, "203.0.113.1, 10.0.0.9 10.0.0.1 " + TIME + " \"GET / HTTP/1.1\" 200"))
        .extracting(LogLine::host)
        .isEqualTo("203.0.113.1, 10.0.0.9");
    assertThat(read(format, "- 10.0.0.1 " + TIME + " \"GET / HTTP/1.1\" 200"))
        .extracting(LogLine::host)
        .isEqualTo("10.0.0.1");
  }

  @Test
  void columnsWithoutATextBetweenThemAreOneTarget() throws Exception {
    String format = "$msec $remote_addr $request_method $uri$is_args$args $status $http_user_agent";
    LogLine line = read(format, "1773277201.655 203.0.113.1 GET /a?b=1 200 Agent 1 (x)");

    assertThat(line.target()).isEqualTo("/a?b=1");
    assertThat(line.agent()).isEqualTo("Agent 1 (x)");
  }

  @Test
  void namesInJsonAreThoseOfTheTemplate() throws Exception {
    String format =
        "log_format j escape=json '{\"who\":\"$remote_addr\",\"w\":$msec,\"q\":\"$request\",'"
            + "'\"c\":$status,\"ua\":\"$http_user_agent\"}';";
    LogLine line =
        read(
            format,
            "{\"who\":\"203.0.113.1\",\"w\":1773277201.655,\"q\":\"GET /a HTTP/1.1\",\"c\":200,"
                + "\"ua\":\"A\"}");

    assertThat(line.host()).isEqualTo("203.0.113.1");
    assertThat(line.agent()).isEqualTo("A");
    assertThat(line.at()).isEqualTo(Instant.parse("2026-03-12T01:00:01.655Z"));
  }

  @Test
  void aLogWithoutItsFieldsLineIsReadByOne() throws Exception {
    LogLine line =
        read(
            "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status",
            "2026-03-12 01:00:01 203.0.113.1 GET /a b=1 200");

    assertThat(line.target()).isEqualTo("/a?b=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "combind", "%h %t", "$remote_addr \"$request\" $status", "%h %t %>s"})
  void aTextThatIsNoFormatIsRefused(String format) {
    assertThatThrownBy(() -> LogFormats.of(format))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(is no format|no column for the|has no columns).*");
  }

  @Test
  void linesThatFitNothingAreReadAsCombinedSoThatTheyAreTold() {
    assertThat(LogFormats.find(List.of("x", "y")).name()).isEqualTo("combined");
    assertThat(LogFormats.find(List.of()).name()).isEqualTo("combined");
  }

  @Test
  void aFewBrokenLinesDoNotHideTheFormat() {
    String line = "www.a.vn:443 203.0.113.1 - - " + TIME + " \"GET / HTTP/1.1\" 200 1 \"-\" \"A\"";

    assertThat(LogFormats.find(List.of("broken", line, line, line)).name())
        .isEqualTo("virtual host first");
  }

  @Test
  void noLineOfAnyBytesStopsAFormat() {
    var random = new Random(11);
    String known =
        "203.0.113.1:1 [12/Mar/2026:08:00:01 +0700] {\"a\":\"b|c} } - \\x \"GET / HTTP/1.1\" 200 1";
    for (String name : LogFormats.NAMES.split(", ", -1)) {
      LogFormat format = LogFormats.of(name);
      for (int i = 0; i < 3_000; i++) {
        byte[] bytes = known.getBytes(StandardCharsets.ISO_8859_1);
        for (int n = random.nextInt(20); n >= 0; n--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        String line = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThatCode(() -> readOrTell(format, line)).as(name).doesNotThrowAnyException();
      }
    }
  }

  private static void readOrTell(LogFormat format, String line) {
    try {
      format.read(line);
    } catch (MalformedLineException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  private static LogLine read(String format, String line) throws MalformedLineException {
    return requireNonNull(LogFormats.of(format).read(line));
  }
}
