package io.sitepulse.dashboard.export;

import java.util.regex.Pattern;

/** Texts in XML: web pages that are parsed, drawings and workbooks. */
public final class XmlText {
  /** All code points that are no {@code Char} of XML 1.0, lone surrogates among them. */
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private static final String REPLACEMENT = "\uFFFD";

  private XmlText() {}

  /**
   * Replaces characters that XML 1.0 forbids, even escaped: control characters, U+FFFE, U+FFFF and
   * lone surrogates. Visitors can send them as titles of pages.
   */
  public static String legal(String text) {
    return ILLEGAL.matcher(text).replaceAll(REPLACEMENT);
  }
}
