package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sitepulse.local.replay.log.LineIds;
import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.LogFormats;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Lines that no server should write. None of them stops a run or costs another line. */
class HostileLogTest {
  private static final long SEED = 20_261_128;
  private static final int LONG_LINE = 1 << 20;

  /** What takes the place of a byte. Flips of a few bits come on top. */
  private static final String REPLACEMENTS = "\0 \"\\[{/%,\u00ff";

  private static final int[] FLIPS = {0x01, 0x20, 0x80};

  private static final List<String> TIMES =
      List.of(
          "00/Xxx/9999:99:99:99 +9999",
          "31/Feb/2026:08:00:00 +0700",
          "29/Feb/2025:24:00:00 -0000",
          "12/Mar/999999999:08:00:00 +0700",
          "12/Mar/-001:08:00:00 +0700",
          "12/Mar/2026:08:00:60 +1900",
          "99999999999999999999999999",
          "9999999999999999999",
          "-1",
          "12/Mar/9999:08:00:00 +0700",
          "01/Jan/0000:00:00:00 +0000");

  private static final List<String> CLIENTS =
      List.of(
          "fe80::1%eth0",
          "fe80::1%",
          "fe80::%25\u00ff",
          "[::1",
          "::1]:99999999",
          "1.2.3.4:99999999999",
          "1.2.3.4/24",
          "2001:db8::1/64",
          "1-255.*.*.*",
          "*",
          "0x7f.1",
          "4294967296",
          "for=",
          "for=\"[",
          ",,,",
          "unknown",
          "::ffff:999.1.1.1",
          "a".repeat(5_000),
          "\u00c3(.vn");

  @TempDir private Path folder = Path.of("");

  @TestFactory
  List<DynamicTest> noChangedByteOfALineStopsAnyFormat() {
    return formats().entrySet().stream()
        .map(log -> DynamicTest.dynamicTest(log.getKey(), () -> mutate(log.getValue())))
        .toList();
  }

  /** The lines of each format. The first ones may be directives. */
  private static Map<String, List<String>> formats() {
    var logs = new LinkedHashMap<>(HundredVisits.logs());
    logs.put("common", HundredVisits.common());
    logs.put("IIS native", HundredVisits.iis());
    logs.putAll(HundredVisits.configured());
    return logs;
  }

  private static void mutate(List<String> lines) throws Exception {
    LogFormat format = format(lines);
    for (String directive : lines.subList(0, 2)) {
      if (directive.startsWith("#")) {
        format.read(directive);
      }
    }
    String good = lines.get(lines.size() - 3);
    String before = String.valueOf(format.read(good));
    var ids = new LineIds("demo", "");
    for (String line : mutations(good)) {
      LogLineFuzzTest.take(format, line, ids);
    }
    assertThat(String.valueOf(format.read(good))).isEqualTo(before);
  }

  /** Formats that only their text tells are found by it. */
  private static LogFormat format(List<String> lines) {
    for (var configured : HundredVisits.configured().entrySet()) {
      if (configured.getValue().equals(lines)) {
        return LogFormats.of(configured.getKey());
      }
    }
    return LogFormats.find(lines.subList(0, 20));
  }

  /** Every byte flipped, replaced, left out or doubled, and the line cut before it. */
  private static List<String> mutations(String line) {
    var mutations = new ArrayList<String>();
    for (int at = 0; at < line.length(); at++) {
      String front = line.substring(0, at);
      String rest = line.substring(at + 1);
      char c = line.charAt(at);
      for (int flip : FLIPS) {
        mutations.add(front + (char) (c ^ flip) + rest);
      }
      for (int i = 0; i < REPLACEMENTS.length(); i++) {
        mutations.add(front + REPLACEMENTS.charAt(i) + rest);
      }
      mutations.add(front + rest);
      mutations.add(front + c + c + rest);
      mutations.add(front);
      mutations.add(rest);
    }
    return mutations;
  }

  @Test
  void theGoodLinesBetweenThousandsOfBadOnesAllCount() throws Exception {
    var random = new Random(SEED);
    List<String> good = combined();
    var lines = new ArrayList<String>();
    Set<Long> pages = ConcurrentHashMap.newKeySet();
    for (String line : good) {
      // The format is found from the first lines.
      for (int i = 0; i < (lines.size() < 20 ? 0 : 10); i++) {
        lines.add(hostile(random, line));
      }
      lines.add(line);
      if (line.contains("/tin-tuc/") || line.contains("/van-ban/")) {
        pages.add((long) lines.size());
      }
    }
    lines.add("\0".repeat(LONG_LINE));
    lines.add(good.get(0).replace("/tin-tuc/", "/" + "%C3\\x".repeat(LONG_LINE / 5)));
    lines.add(good.get(0));
    Path file = write("hostile.log", bytes(lines));

    ReadLog read = ReadLog.of(file);

    assertThat(read.format()).isEqualTo("combined");
    assertThat(read.lines()).isEqualTo(lines.size());
    assertThat(pages).hasSize(HundredVisits.VIEWS);
    assertThat(read.pages()).extracting(ReadLog.Page::number).containsAll(pages);
    assertThat(read.malformed()).doesNotContainAnyElementsOf(pages).hasSizeGreaterThan(1_000);
    assertThat(read.pages().stream().filter(page -> pages.contains(page.number())))
        .extracting(page -> page.sent().id())
        .doesNotHaveDuplicates();
  }

  @Test
  void aReplayOfThemGoesToItsEndAndTellsALineThatCannotBeRead() throws Exception {
    var random = new Random(SEED);
    List<String> good = combined();
    var lines = new ArrayList<String>();
    for (String line : good) {
      lines.add(line);
      lines.add(hostile(random, line));
    }
    try (var server = new Endpoint()) {
      ReplaySummary summary = server.replay(write("hostile.log", bytes(lines)));

      assertThat(summary.lines()).isEqualTo(lines.size());
      assertThat(summary.pages()).isGreaterThanOrEqualTo(HundredVisits.VIEWS);
      assertThat(summary.accepted()).isEqualTo(summary.pages());
      assertThat(server.received()).isGreaterThanOrEqualTo(HundredVisits.VIEWS);
      assertThat(summary.isUnusable()).isTrue();
      assertThat(summary.fault())
          .contains("of the " + lines.size() + " lines cannot be read (format: combined")
          .containsPattern("Line [0-9]+: [ -~]")
          .containsPattern("[0-9]+ pages were sent before\\.")
          .matches("[ -~\\n\\u2026]*");
    }
  }

  @Test
  void aFewOfThemAreNoFault() throws Exception {
    List<String> good = combined();
    var lines = new ArrayList<>(good);
    for (int i = 0; i < good.size() / 20; i++) {
      lines.add(15 * i + 1, "\u0016\u0003\u0001\u0002\0\u0001");
    }
    try (var server = new Endpoint()) {
      ReplaySummary summary = server.replay(write("few.log", bytes(lines)));

      assertThat(summary.isUnusable()).isFalse();
      assertThat(summary.pages()).isEqualTo(HundredVisits.VIEWS);
      assertThat(summary.accepted()).isEqualTo(HundredVisits.VIEWS);
      assertThat(summary.malformed().count()).isEqualTo(good.size() / 20);
      assertThat(summary.malformed().sample()).isEqualTo("2: ??????");
    }
  }

  @Test
  void aPackedLogThatWasCutSaysWhatWasSentBefore() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes(combined()));
    }
    byte[] whole = packed.toByteArray();
    int[] cuts = {1, 2, 5, 9, 10, whole.length / 2, whole.length - 9, whole.length - 1};
    for (int cut : cuts) {
      Path file = write("cut-" + cut, Arrays.copyOf(whole, cut));
      try (var server = new Endpoint()) {
        if (cut < 2) {
          assertThat(server.replay(file).isUnusable()).isTrue();
        } else if (cut < whole.length / 2) {
          assertThatThrownBy(() -> server.replay(file)).as("cut at " + cut).isNotNull();
          assertThat(server.received()).isZero();
        } else {
          assertThatThrownBy(() -> server.replay(file))
              .isInstanceOf(ReplayFailedException.class)
              .hasMessageMatching(
                  "the log cannot be read after line [0-9]+ \\(.*\\); ([0-9]+) pages were sent"
                      + " before, \\1 of them accepted");
          assertThat(server.received()).isPositive();
        }
      }
    }
  }

  private static List<String> combined() {
    return Objects.requireNonNull(HundredVisits.logs().get("combined"));
  }

  /** A line that is broken in one of many ways. It has no line end in it. */
  private static String hostile(Random random, String good) {
    String line =
        switch (random.nextInt(9)) {
          case 0 -> noise(random, random.nextInt(300));
          case 1 -> noise(random, 40) + good;
          case 2 -> good.substring(0, random.nextInt(good.length())) + "\\x";
          case 3 -> good.replaceFirst("\\[[^]]*]", "[" + pick(random, TIMES) + "]");
          case 4 -> good.replaceFirst("^\\S+", pick(random, CLIENTS).replace("\\", "\\\\"));
          case 5 -> good.replaceFirst(" [0-9]{3} ", " " + "9".repeat(random.nextInt(40)) + " ");
          case 6 -> good.replace("/", "/\u00c3\\x" + Integer.toHexString(random.nextInt(16)));
          case 7 -> "{".repeat(1 + random.nextInt(3_000)) + "\"[".repeat(random.nextInt(2_000));
          default -> flipped(random, good);
        };
    return line.replace('\n', ' ');
  }

  private static String flipped(Random random, String good) {
    char[] chars = good.toCharArray();
    for (int i = 0; i <= random.nextInt(8); i++) {
      chars[random.nextInt(chars.length)] = (char) random.nextInt(256);
    }
    return new String(chars);
  }

  private static String noise(Random random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String pick(Random random, List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** Takes every event, as the collector does. */
  private static final class Endpoint implements AutoCloseable {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private final Vertx vertx = Vertx.vertx();

    Endpoint() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/api/events",
          exchange -> {
            try (exchange) {
              var events = Json.MAPPER.readTree(exchange.getRequestBody());
              events.forEach(event -> ids.add(event.path("id").asText()));
              byte[] body =
                  ("{\"accepted\":" + events.size() + "}").getBytes(StandardCharsets.UTF_8);
              exchange.sendResponseHeaders(202, body.length);
              exchange.getResponseBody().write(body);
            }
          });
      server.start();
    }

    long received() {
      return ids.size();
    }

    ReplaySummary replay(Path file) throws Exception {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      try (var progress =
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
        return new Replay(
                ReplayOptions.of(file, "demo", url),
                agent -> false,
                EarlierEvents.NONE,
                progress,
                false)
            .run(vertx);
      }
    }

    @Override
    public void close() {
      vertx.close().await();
      server.stop(0);
    }
  }
}
