package io.sitepulse.local.replay.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFormatTest {
  private static final String START = "192.0.2.7 - - [17/May/2015:10:05:03 +0700] ";
  private static final String REQUEST = "\"GET /tin-tuc?id=7 HTTP/1.1\" 200 5316 ";

  @Test
  void aCombinedLineIsReadWhole() throws Exception {
    LogLine line = read(START + REQUEST + "\"https://example.vn/\" \"Mozilla/5.0 (X11)\"");

    assertThat(line)
        .isEqualTo(
            new LogLine(
                "192.0.2.7",
                Instant.parse("2015-05-17T03:05:03Z"),
                "GET",
                "/tin-tuc?id=7",
                200,
                "https://example.vn/",
                "Mozilla/5.0 (X11)"));
    assertThat(line.path()).isEqualTo("/tin-tuc");
    assertThat(line.query()).isEqualTo("id=7");
  }

  @Test
  void aCommonLineHasNeitherReferrerNorAgent() throws Exception {
    LogLine line = read(START + REQUEST.strip());

    assertThat(line.status()).isEqualTo(200);
    assertThat(line.referrer()).isEmpty();
    assertThat(line.agent()).isEmpty();
  }

  @Test
  void aDashIsNoAgent() throws Exception {
    assertThat(read(START + REQUEST + "\"-\" \"-\"").agent()).isEmpty();
  }

  @Test
  void escapesAreUndoneAndAQuoteInsideEndsNothing() throws Exception {
    LogLine line = read(START + REQUEST + "\"-\" \"a \\\"b\\\" \\\\ \\xe1\\t.\"");

    assertThat(line.agent()).isEqualTo("a \"b\" \\ \u00e1\t.");
  }

  @Test
  void whatFollowsTheCombinedFormatIsPassedOver() throws Exception {
    LogLine line = read(START + REQUEST + "\"-\" \"A\" \"10.0.0.1\" 0.002 x");

    assertThat(line.agent()).isEqualTo("A");
  }

  @Test
  void aUserMayHaveBlanksAndATargetToo() throws Exception {
    LogLine line =
        read("host.example - Nguyễn A [17/May/2015:10:05:03 +0000] \"GET /a b HTTP/1.0\" 304 -");

    assertThat(line.host()).isEqualTo("host.example");
    assertThat(line.target()).isEqualTo("/a b");
  }

  @Test
  void aRequestThatIsNoHttpHasNoTarget() throws Exception {
    LogLine line = read("192.0.2.7 - - [17/May/2015:10:05:03 +0000] \"-\" 408 -");

    assertThat(line.status()).isEqualTo(408);
    assertThat(line.target()).isEmpty();
    assertThat(read(START + "\"\\x16\\x03\\x01\" 400 0 \"-\" \"-\"").target()).isEmpty();
  }

  @Test
  void anEmptyLineDescribesNoRequest() throws Exception {
    assertThat(LogFormats.of("combined").read(" ")).isNull();
  }

  @Test
  void aListOfAddressesIsOneColumn() throws Exception {
    LogLine line = read("203.0.113.31, 198.51.100.7 - - " + START.substring(14) + REQUEST.strip());

    assertThat(line.host()).isEqualTo("203.0.113.31, 198.51.100.7");
  }

  @Test
  void aQuoteThatTheServerDidNotEscapeEndsNothing() throws Exception {
    LogLine line = read(START + REQUEST + "\"-\" \"a \"b\" c\"");

    assertThat(line.referrer()).isEmpty();
    assertThat(line.agent()).startsWith("a ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7 - -                                                   | no time",
        "192.0.2.7 - - [yesterday] \"GET / HTTP/1.1\" 200 1              | the time cannot be read",
        "192.0.2.7 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1     | the request has no end",
        "192.0.2.7 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\"   | no status",
        "192.0.2.7 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"Moz | the user"
            + " agent has no end"
      })
  void aBrokenLineSaysWhereItBreaks(String line, String reason) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(MalformedLineException.class)
        .hasMessage(reason);
  }

  private static LogLine read(String line) throws MalformedLineException {
    return requireNonNull(LogFormats.of("combined").read(line));
  }
}
