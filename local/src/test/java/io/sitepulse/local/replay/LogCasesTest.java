package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.PagePath;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Lines that users of other programs reported, with what is right. */
class LogCasesTest {
  private static final String VISITOR = "203.0.113.";

  /** Pages with several spellings, as they are stored. */
  private static final Map<String, String> STORED =
      Map.of("P1", "/tin-tức/", "P2", "/portal/trang-chu.jsp");

  @TestFactory
  List<DynamicTest> eachReportedLineIsReadAsExpected() throws Exception {
    ReadLog log = ReadLog.of(ReadLog.resource("log-lines.txt"));
    Map<Long, ReadLog.Page> pages =
        log.pages().stream().collect(Collectors.toMap(ReadLog.Page::number, page -> page));
    return Files.readAllLines(ReadLog.resource("log-lines.expected.tsv")).stream()
        .skip(1)
        .map(row -> row.split("\t", -1))
        .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> check(row, pages)))
        .toList();
  }

  private static void check(String[] row, Map<Long, ReadLog.Page> pages) {
    long number = Long.parseLong(row[0]);
    if (row[2].equals("no")) {
      assertThat(pages).doesNotContainKey(number);
      return;
    }
    assertThat(pages).containsKey(number);
    ReadLog.Page page = Objects.requireNonNull(pages.get(number));
    assertThat(page.visitor().address()).isEqualTo(VISITOR + row[3].substring(1));
    assertThat(stored(page)).isEqualTo(STORED.getOrDefault(row[5], row[5]));
  }

  /** The page as the collector stores it, if the site keeps no parameters. */
  private static String stored(ReadLog.Page page) {
    return PagePath.of(page.sent().page(), List.of());
  }

  @Test
  void everyReportedLineCanBeRead() throws Exception {
    ReadLog log = ReadLog.of(ReadLog.resource("log-lines.txt"));

    assertThat(log.malformed()).isEmpty();
    assertThat(log.format()).isEqualTo("combined");
  }

  @Test
  void bytesThatNginxEscapedAreThoseOfTheTarget() throws Exception {
    List<ReadLog.Page> pages = ReadLog.of(ReadLog.resource("log-lines.txt")).pages();

    assertThat(pages.stream().filter(page -> page.number() == 7 || page.number() == 8))
        .extracting(page -> page.sent().page())
        .containsExactly("/tin-tức/", "/tin-tức/");
  }

  @Test
  void theVirtualHostInFrontIsNoVisitor() throws Exception {
    ReadLog log = ReadLog.of(ReadLog.resource("log-vhost.txt"));

    assertThat(log.format()).isEqualTo("virtual host first");
    assertThat(log.pages()).hasSize(10);
    assertThat(log.visitors()).isEqualTo(10);
    assertThat(log.pages().get(0).visitor().address()).isEqualTo("203.0.113.180");
  }

  @Test
  void iisIsReadByItsFields() throws Exception {
    ReadLog log = ReadLog.of(ReadLog.resource("log-iis.txt"));

    assertThat(log.format()).isEqualTo("W3C extended");
    assertThat(log.pages()).hasSize(10);
    assertThat(log.visitors()).isEqualTo(10);
    assertThat(log.malformed()).isEmpty();
    assertThat(log.pages()).extracting(LogCasesTest::stored).containsOnly("/default.aspx");
    assertThat(log.pages().get(3).sent().page()).isEqualTo("/default.aspx?id=3");
    assertThat(log.pages().get(3).visitor().agent()).startsWith("Mozilla/5.0 (Windows NT 10.0; ");
  }

  @Test
  void aLongUserAgentCostsNoView() throws Exception {
    ReadLog log = ReadLog.of(ReadLog.resource("log-long-ua.txt"));

    assertThat(log.pages()).hasSize(11);
    assertThat(log.pages()).allMatch(page -> page.visitor().agent().length() <= 2_048);
  }

  @Test
  void aTrimmedLogHasNoLinesThatWereNotThereBefore() throws Exception {
    ReadLog grown = ReadLog.of(ReadLog.resource("log-rotated-2-grown.txt"));
    ReadLog trimmed = ReadLog.of(ReadLog.resource("log-rotated-3-trimmed.txt"));

    assertThat(grown.ids()).hasSize(60).containsAll(trimmed.ids());
    assertThat(trimmed.pages()).hasSize(40);
  }

  @Test
  void joinedAndPackedLogsHaveTheSameIds(@TempDir Path folder) throws Exception {
    byte[] grown = Files.readAllBytes(ReadLog.resource("log-rotated-2-grown.txt"));
    byte[] trimmed = Files.readAllBytes(ReadLog.resource("log-rotated-3-trimmed.txt"));
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(grown);
      packed.write(trimmed);
    }

    ReadLog joined = ReadLog.of(Files.write(folder.resolve("joined"), bytes.toByteArray()));

    assertThat(joined.pages()).hasSize(100);
    assertThat(new HashSet<>(joined.ids()))
        .isEqualTo(ReadLog.of(ReadLog.resource("log-rotated-2-grown.txt")).ids());
  }
}
