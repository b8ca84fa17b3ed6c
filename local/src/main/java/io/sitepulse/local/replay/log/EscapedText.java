package io.sitepulse.local.replay.log;

import java.util.HexFormat;

/** Undoes what Apache ({@code \" \\ \t \xhh}) and nginx ({@code \xHH}) write in quoted fields. */
final class EscapedText {
  private static final int HEX_DIGITS = 2;

  private EscapedText() {}

  /** The text as the client sent it, one char per byte. */
  static String read(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      at = take(text, at, plain);
    }
    return plain.toString();
  }

  private static int take(String text, int at, StringBuilder plain) {
    char c = text.charAt(at);
    if (c != '\\' || at + 1 == text.length()) {
      plain.append(c);
      return at + 1;
    }
    if (isHex(text, at)) {
      plain.append((char) HexFormat.fromHexDigits(text, at + 2, at + 2 + HEX_DIGITS));
      return at + 2 + HEX_DIGITS;
    }
    plain.append(meaning(text.charAt(at + 1)));
    return at + 2;
  }

  private static boolean isHex(String text, int at) {
    return text.charAt(at + 1) == 'x'
        && at + 1 + HEX_DIGITS < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 2))
        && HexFormat.isHexDigit(text.charAt(at + 3));
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'v' -> '\u000b';
      default -> escaped;
    };
  }
}
