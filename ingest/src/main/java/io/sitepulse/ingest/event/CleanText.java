package io.sitepulse.ingest.event;

import org.jspecify.annotations.Nullable;

/** Cleans text from clients before it is stored and shown. */
final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /**
   * Removes control characters, noncharacters such as U+FFFF, which XML cannot hold, and outer
   * spaces. Half a surrogate pair becomes U+FFFD, because it cannot be encoded in UTF-8.
   *
   * @return null if nothing is left
   */
  static @Nullable String of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean = isClean(text) ? text.strip() : rebuilt(text).strip();
    return clean.isEmpty() ? null : clean;
  }

  /** Cuts a text to a number of characters without splitting a surrogate pair. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, splits ? limit - 1 : limit);
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isRemoved(c) || isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRemoved(int c) {
    return Character.isISOControl(c) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String rebuilt(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !isRemoved(point))
        .forEach(point -> clean.appendCodePoint(isSurrogate(point) ? REPLACEMENT : point));
    return clean.toString();
  }
}
