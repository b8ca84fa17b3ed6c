package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sitepulse.local.replay.log.LineIds;
import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.LogFormats;
import io.sitepulse.local.replay.log.LogLine;
import io.sitepulse.local.replay.log.MalformedLineException;
import io.sitepulse.local.replay.log.PageRule;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes as an access log, and as the text that configured the server. */
class LogLineFuzzTest {
  private static final List<String> NAMES = List.of(LogFormats.NAMES.split(", "));
  private static final int SAMPLE = 20;

  /** The lines in the format that is found, and in each format that has a name. */
  @FuzzTest(maxDuration = "5m")
  void lines(byte[] input) throws IOException {
    List<String> lines = text(input).lines().toList();
    readAll(LogFormats.find(lines.subList(0, Math.min(SAMPLE, lines.size()))), lines);
    for (String name : NAMES) {
      readAll(LogFormats.of(name), lines);
    }
  }

  /**
   * Lines of a configured format.
   *
   * @param input the text of the configuration, a line feed, and lines
   */
  @FuzzTest(maxDuration = "5m")
  void configured(byte[] input) throws IOException {
    String[] parts = text(input).split("\n", 2);
    LogFormat format;
    try {
      format = LogFormats.of(parts[0]);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    readAll(format, parts.length == 1 ? List.of() : parts[1].lines().toList());
  }

  private static void readAll(LogFormat format, List<String> lines) throws IOException {
    var ids = new LineIds("demo", "");
    for (String line : lines) {
      take(format, line, ids);
    }
  }

  /** Does with a line all that a replay does before it is sent. */
  static void take(LogFormat format, String text, LineIds ids) throws IOException {
    try {
      LogLine line = format.read(text);
      if (line == null || !PageRule.DEFAULT.isPage(line)) {
        return;
      }
      Visitor visitor = Visitor.of(line);
      // As the client that sends it checks it.
      HttpHeaders.headers()
          .add("X-Forwarded-For", visitor.address())
          .add("User-Agent", visitor.agent());
      assertThat(visitor.address()).as(text).matches("[0-9a-f.:]{2,45}");
      SentPage page = SentPage.of(ids.next(line.at(), text, ""), "demo", line);
      assertThat(Json.MAPPER.writeValueAsBytes(page).length).isLessThanOrEqualTo(page.size());
    } catch (MalformedLineException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }
}
