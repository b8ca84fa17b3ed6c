package io.sitepulse.local.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.LogFormats;
import io.sitepulse.local.replay.log.LogLine;
import io.sitepulse.local.replay.log.PageRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same visits give the same figures, whichever server logged them. */
class SameFiguresTest {
  @TempDir private Path folder = Path.of("");

  @TestFactory
  List<DynamicTest> everyFormatThatIsFoundGivesTheSameFigures() {
    return HundredVisits.logs().entrySet().stream()
        .map(log -> DynamicTest.dynamicTest(log.getKey(), () -> check(log)))
        .toList();
  }

  private void check(Map.Entry<String, List<String>> log) throws Exception {
    Path file = Files.write(Files.createTempFile(folder, "access", ".log"), log.getValue());
    ReadLog read = ReadLog.of(file);

    assertThat(read.format()).isEqualTo(log.getKey().replaceAll(" \\(.*", ""));
    assertThat(read.malformed()).isEmpty();
    assertThat(read.visitors()).isEqualTo(HundredVisits.VISITORS);
    assertThat(read.ids()).hasSize(HundredVisits.VIEWS);
    assertThat(read.pages()).extracting(SameFiguresTest::figures).isEqualTo(expected());
  }

  @Test
  void formatsWithoutUserAgentsGiveTheSamePagesOfTheSameAddresses() throws Exception {
    checkAddresses("common", HundredVisits.common());
    checkAddresses("IIS native", HundredVisits.iis());
  }

  private void checkAddresses(String format, List<String> lines) throws Exception {
    ReadLog read = ReadLog.of(Files.write(folder.resolve(format + ".log"), lines));

    assertThat(read.format()).isEqualTo(format);
    assertThat(read.malformed()).isEmpty();
    assertThat(read.pages())
        .extracting(page -> page.visitor().address() + " " + page.sent().page())
        .isEqualTo(pages().stream().map(r -> r.address() + " " + r.target()).toList());
  }

  @TestFactory
  List<DynamicTest> everyFormatThatIsGivenGivesTheSameFigures() {
    return HundredVisits.configured().entrySet().stream()
        .map(log -> DynamicTest.dynamicTest(log.getKey(), () -> checkGiven(log)))
        .toList();
  }

  private static void checkGiven(Map.Entry<String, List<String>> log) throws Exception {
    LogFormat format = LogFormats.of(log.getKey());
    var figures = new ArrayList<String>();
    for (String text : log.getValue()) {
      LogLine line = requireNonNull(format.read(text));
      if (PageRule.DEFAULT.isPage(line)) {
        figures.add(
            Visitor.of(line) + " " + line.target() + " " + line.at() + " " + line.referrer());
      }
    }

    assertThat(figures)
        .isEqualTo(
            pages().stream()
                .map(
                    r ->
                        new Visitor(r.address(), r.userAgent())
                            + (" " + r.target() + " " + r.at())
                            + (" " + r.referrer().replaceAll("^-$", "")))
                .toList());
  }

  @Test
  void everyFormatTellsTheSameTimes() throws Exception {
    for (List<String> lines : HundredVisits.logs().values()) {
      LogFormat format = LogFormats.find(lines.subList(0, 20));
      var times = new ArrayList<java.time.Instant>();
      for (String text : lines) {
        LogLine line = format.read(text);
        if (line != null) {
          times.add(line.at().truncatedTo(ChronoUnit.SECONDS));
        }
      }
      assertThat(times)
          .as(format.name())
          .isEqualTo(HundredVisits.requests().stream().map(HundredVisits.Request::at).toList());
    }
  }

  private static String figures(ReadLog.Page page) {
    return page.visitor() + " " + page.sent().page() + " " + page.sent().referrer();
  }

  private static List<String> expected() {
    return pages().stream()
        .map(
            r ->
                new Visitor(r.address(), r.userAgent())
                    + (" " + r.target())
                    + (" " + (r.referrer().equals("-") ? null : r.referrer())))
        .toList();
  }

  /** Every third request is a page. */
  private static List<HundredVisits.Request> pages() {
    List<HundredVisits.Request> requests = HundredVisits.requests();
    var pages = new ArrayList<HundredVisits.Request>();
    for (int i = 0; i < requests.size(); i += 3) {
      pages.add(requests.get(i));
    }
    return pages;
  }
}
