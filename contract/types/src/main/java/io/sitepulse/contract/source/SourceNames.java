package io.sitepulse.contract.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of sources: one name for all hosts and apps of a provider.
 *
 * <pre>
 * news.google.com.vn, com.google.android.gm   Google
 * lm.facebook.com                             Facebook
 * bao.vn                                      bao.vn
 * </pre>
 *
 * The table is {@code sources.txt}. {@code visits.sql} applies the same rules to stored referrers,
 * so a new line of the table also holds for days that are rolled up again.
 */
public final class SourceNames {
  private static final String WWW = "www.";
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");

  private static final Map<String, String> BY_KEY = read();

  private SourceNames() {}

  /** The keys of the table, in the order of {@link #names}. */
  public static List<String> keys() {
    return List.copyOf(BY_KEY.keySet());
  }

  /** The name of each key. */
  public static List<String> names() {
    return List.copyOf(BY_KEY.values());
  }

  /**
   * Names a source.
   *
   * @param text a host, an app's id, a word of the table or a name in any case
   * @return the name of the provider, or the text as it is if the table does not have it
   */
  public static String of(String text) {
    String name = find(text);
    return name == null ? text : name;
  }

  /**
   * Finds the source that a campaign tag names, such as {@code zalo}, {@code Zalo_OA} or {@code
   * chatgpt.com}.
   *
   * @return the first word of the tag that the table has, in lower case, or null
   */
  public static @Nullable String wordOf(@Nullable String tag) {
    return tag == null
        ? null
        : Stream.concat(Stream.of(tag), BETWEEN_WORDS.splitAsStream(tag))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> find(word) != null)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable String find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String host = lower.startsWith(WWW) ? lower.substring(WWW.length()) : lower;
    String[] labels = DOT.split(host, -1);
    return Stream.of(
            host,
            last(3, labels),
            last(2, labels),
            brand(labels),
            first(3, labels),
            first(2, labels))
        .map(BY_KEY::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String last(int count, String[] labels) {
    return joined(labels, labels.length - count, labels.length);
  }

  private static String first(int count, String[] labels) {
    return joined(labels, 0, count) + ".*";
  }

  private static String joined(String[] labels, int from, int to) {
    return String.join(
        ".", Arrays.asList(labels).subList(Math.max(0, from), Math.min(to, labels.length)));
  }

  /** The label in front of the top-level domain, as a key for all of them. */
  private static String brand(String[] labels) {
    String second = fromEnd(2, labels);
    return (second.equals("com") || second.equals("co") ? fromEnd(3, labels) : second) + ".*";
  }

  private static String fromEnd(int place, String[] labels) {
    return labels.length < place ? "" : labels[labels.length - place];
  }

  private static Map<String, String> read() {
    var byKey = new LinkedHashMap<String, String>();
    var file = Objects.requireNonNull(SourceNames.class.getResourceAsStream("sources.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(line, byKey));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byKey;
  }

  private static void add(String line, Map<String, String> byKey) {
    int colon = line.indexOf(": ");
    String name = line.substring(0, colon);
    for (String key : line.substring(colon + 2).split(" ", -1)) {
      if (byKey.put(key, name) != null) {
        throw new IllegalStateException("sources.txt has the key " + key + " twice");
      }
    }
  }
}
