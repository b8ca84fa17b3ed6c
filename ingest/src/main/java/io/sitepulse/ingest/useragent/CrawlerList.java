package io.sitepulse.ingest.useragent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list of known crawlers that ships with this module. Immutable. {@code
 * build/update-user-agents.mjs} writes the file.
 */
final class CrawlerList {
  private final List<Crawler> crawlers;

  private CrawlerList(List<Crawler> crawlers) {
    this.crawlers = crawlers;
  }

  /** Reads the list. */
  static CrawlerList load() {
    try (InputStream file =
        Objects.requireNonNull(CrawlerList.class.getResourceAsStream("crawlers.tsv"))) {
      return new CrawlerList(
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(Crawler::read)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the product name of the crawler with the longest match, or null if none matches. */
  @Nullable String nameIn(String userAgent) {
    String name = null;
    int longest = 0;
    for (Crawler crawler : crawlers) {
      int length = crawler.matchIn(userAgent);
      if (length > longest) {
        name = crawler.name();
        longest = length;
      }
    }
    return name;
  }

  /** Number of crawlers. */
  int size() {
    return crawlers.size();
  }

  /**
   * A crawler of the list.
   *
   * @param text contained in its user agents, empty if there is a pattern
   * @param word true if the text stands between characters that are no letters or digits
   * @param pattern null if there is a text
   */
  private record Crawler(String name, String text, boolean word, @Nullable Pattern pattern) {
    static Crawler read(String line) {
      String[] columns = line.split("\t", 3);
      return columns[0].equals("regex")
          ? new Crawler(columns[1], "", false, Pattern.compile(columns[2]))
          : new Crawler(columns[1], columns[2], columns[0].equals("word"), null);
    }

    /** Returns the length of the match, or 0. */
    int matchIn(String userAgent) {
      if (pattern != null) {
        Matcher matcher = pattern.matcher(userAgent);
        return matcher.find() ? matcher.end() - matcher.start() : 0;
      }
      int at = userAgent.indexOf(text);
      while (at >= 0 && word && !isWord(userAgent, at, at + text.length())) {
        at = userAgent.indexOf(text, at + 1);
      }
      return at < 0 ? 0 : text.length();
    }

    private static boolean isWord(String text, int start, int end) {
      return !(start > 0 && isAlphanumeric(text, start - 1) && isAlphanumeric(text, start))
          && !(end < text.length() && isAlphanumeric(text, end - 1) && isAlphanumeric(text, end));
    }

    private static boolean isAlphanumeric(String text, int at) {
      char c = text.charAt(at);
      return c < 128 && Character.isLetterOrDigit(c);
    }
  }
}
