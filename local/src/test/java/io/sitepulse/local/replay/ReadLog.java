package io.sitepulse.local.replay;

import io.sitepulse.local.replay.log.LineIds;
import io.sitepulse.local.replay.log.LogFile;
import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.LogFormats;
import io.sitepulse.local.replay.log.LogLine;
import io.sitepulse.local.replay.log.MalformedLineException;
import io.sitepulse.local.replay.log.PageRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A log as a replay reads it.
 *
 * @param format name of the format that was found
 * @param lines number of its lines
 * @param pages its pages
 * @param malformed line numbers that could not be read
 */
record ReadLog(String format, long lines, List<Page> pages, List<Long> malformed) {
  /**
   * A page as it would be sent.
   *
   * @param number line number, from 1
   */
  record Page(long number, Visitor visitor, SentPage sent) {}

  static ReadLog of(Path file) throws IOException {
    var found = new ArrayList<Found>();
    var malformed = new ArrayList<Long>();
    long number = 0;
    try (LogFile log = LogFile.open(file)) {
      LogFormat format = LogFormats.find(log.sample());
      for (String text = log.readLine(); text != null; text = log.readLine()) {
        number++;
        try {
          LogLine line = format.read(text);
          if (line != null && PageRule.DEFAULT.isPage(line)) {
            found.add(new Found(number, text, line));
          }
        } catch (MalformedLineException e) {
          malformed.add(number);
        }
      }
      return new ReadLog(format.name(), number, pages(found), malformed);
    }
  }

  private record Found(long number, String text, LogLine line) {}

  private static List<Page> pages(List<Found> found) {
    var ids = new LineIds("demo", "");
    var pages = new ArrayList<Page>();
    for (int i = 0; i < found.size(); i++) {
      Found page = found.get(i);
      String following = i + 1 < found.size() ? found.get(i + 1).text() : "";
      UUID id = ids.next(page.line().at(), page.text(), following);
      pages.add(
          new Page(page.number(), Visitor.of(page.line()), SentPage.of(id, "demo", page.line())));
    }
    return pages;
  }

  /** File among the resources of this package. */
  static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(ReadLog.class.getResource(name), name).toURI());
  }

  Set<UUID> ids() {
    var ids = new HashSet<UUID>();
    pages.forEach(page -> ids.add(page.sent().id()));
    return ids;
  }

  long visitors() {
    return pages.stream().map(Page::visitor).distinct().count();
  }
}
