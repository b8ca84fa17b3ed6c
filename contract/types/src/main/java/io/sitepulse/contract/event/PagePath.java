package io.sitepulse.contract.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The normal form of a page's path, so that one page is one row however its address is written.
 *
 * <ul>
 *   <li>Percent-encoding is decoded where the result can be read and means the same (RFC 3987,
 *       3.2): letters, digits, {@code - . _ ~} and all visible characters beyond ASCII. What
 *       remains encoded has capital digits (RFC 3986, 6.2.2).
 *   <li>Text is in Unicode form NFC.
 *   <li>Slashes at the beginning are one slash. Dot segments are resolved. Path parameters ({@code
 *       ;jsessionid=…}) are removed.
 *   <li>Of the query only the page parameters remain, sorted by name.
 * </ul>
 *
 * The form is stable: it is the normal form of itself.
 */
public final class PagePath {
  private static final Pattern OCTET = Pattern.compile("%[0-9A-F]{2}");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** NFC turns the Greek question mark into a semicolon, which would begin a path parameter. */
  private static final int GREEK_QUESTION_MARK = 0x37E;

  private PagePath() {}

  /**
   * Returns the normal form.
   *
   * @param path path that begins with a slash, with its query and without a fragment
   * @param pageParameters names of the query parameters that identify a page
   */
  public static String of(String path, List<String> pageParameters) {
    int mark = path.indexOf('?');
    return mark < 0
        ? segments(path)
        : segments(path.substring(0, mark)) + query(path.substring(mark + 1), pageParameters);
  }

  /** Returns the normal form with all query parameters, for a path that has been reduced. */
  public static String of(String path) {
    int mark = path.indexOf('?');
    return mark < 0
        ? segments(path)
        : segments(path.substring(0, mark)) + joined(parameters(path.substring(mark + 1)));
  }

  /**
   * Removes slashes at the end of the path of a normal form, for sites to which they mean nothing.
   */
  public static String withoutEndSlash(String normal) {
    int mark = normal.indexOf('?');
    int end = mark < 0 ? normal.length() : mark;
    int kept = end;
    while (kept > 1 && normal.charAt(kept - 1) == '/') {
      kept--;
    }
    return normal.substring(0, kept) + normal.substring(end);
  }

  /**
   * Cuts a normal form to a number of UTF-16 units. It does not split a character, a combining
   * sequence or a percent-encoded byte.
   */
  public static String cut(String normal, int limit) {
    if (normal.length() <= limit) {
      return normal;
    }
    int end = limit;
    while (end > 0 && continues(normal, end)) {
      end--;
    }
    return normal.substring(0, end);
  }

  private static boolean continues(String text, int at) {
    char next = text.charAt(at);
    return Character.isLowSurrogate(next)
        || Character.getType(next) == Character.NON_SPACING_MARK
        || text.charAt(at - 1) == '%'
        || (at > 1 && text.charAt(at - 2) == '%');
  }

  private static String segments(String path) {
    return isNormal(path) ? path : resolved(path);
  }

  /**
   * Tells if a path needs no change, as most do: one slash at the beginning, plain characters, no
   * dot segments and no parameters.
   */
  private static boolean isNormal(String path) {
    if (!path.startsWith("/") || path.startsWith("//")) {
      return false;
    }
    char before = '/';
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!isPlain(c) || c == ';' || (c == '.' && before == '/')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static String resolved(String path) {
    var kept = new ArrayDeque<String>();
    String last = "";
    for (String segment : path.split("/", -1)) {
      last = normal(withoutParameters(segment));
      if (last.equals("..")) {
        kept.pollLast();
      } else if (!last.equals(".") && !(last.isEmpty() && kept.isEmpty())) {
        kept.add(last);
      }
    }
    boolean isFolder = last.equals(".") || last.equals("..");
    String joined = "/" + String.join("/", kept);
    return isFolder && !joined.endsWith("/") ? joined + "/" : joined;
  }

  private static String withoutParameters(String segment) {
    int semicolon = segment.indexOf(';');
    return semicolon < 0 ? segment : segment.substring(0, semicolon);
  }

  private static String query(String query, List<String> names) {
    return names.isEmpty()
        ? ""
        : joined(parameters(query).filter(parameter -> names.contains(parameter.getKey())));
  }

  /** The parameters as they are written in the normal form, by their decoded names. */
  private static Stream<Map.Entry<String, String>> parameters(String query) {
    return Stream.of(query.split("&"))
        .filter(parameter -> !parameter.isEmpty())
        .map(
            parameter -> {
              String written = normal(parameter.replace("+", "%20"));
              int equals = written.indexOf('=');
              String name = equals < 0 ? written : written.substring(0, equals);
              return Map.entry(name.replace("%20", " "), written);
            });
  }

  private static String joined(Stream<Map.Entry<String, String>> parameters) {
    String query =
        parameters
            .sorted(Comparator.comparing(Map.Entry::getKey))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String normal(String text) {
    if (isPlain(text)) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '%') {
        at = decode(text, at, decoded);
      } else {
        int point = text.codePointAt(at);
        append(point, decoded);
        at += Character.charCount(point);
      }
    }
    return composed(decoded);
  }

  /** Composes the letters between the encoded bytes, whose digits are not letters. */
  private static String composed(CharSequence decoded) {
    var composed = new StringBuilder(decoded.length());
    Matcher octet = OCTET.matcher(decoded);
    int from = 0;
    while (octet.find()) {
      composed.append(nfc(decoded.subSequence(from, octet.start()))).append(octet.group());
      from = octet.end();
    }
    return composed.append(nfc(decoded.subSequence(from, decoded.length()))).toString();
  }

  private static String nfc(CharSequence text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return c < 0x7F && c != '%' && isWrittenAsItIs(c);
  }

  /** Appends what a percent sign begins. Returns the index after it. */
  private static int decode(String text, int at, StringBuilder decoded) {
    int first = octet(text, at);
    if (first < 0) {
      decoded.append("%25"); // Not an encoded byte, but a percent sign.
      return at + 1;
    }
    int length = sequenceLength(first);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int octet = octet(text, at + 3 * i);
      if (octet < 0) {
        length = 1;
        break;
      }
      bytes[i] = (byte) octet;
    }
    int point = length == 1 ? first : codePoint(bytes);
    if (length == 1 && isUnreserved(first)) {
      decoded.append((char) first);
    } else if (length > 1 && isVisible(point)) {
      decoded.appendCodePoint(point);
    } else {
      encode(first, decoded);
      return at + 3;
    }
    return at + 3 * length;
  }

  /** The value of an encoded byte, or -1 if there is none at the index. */
  private static int octet(String text, int at) {
    boolean isOne =
        at + 2 < text.length()
            && text.charAt(at) == '%'
            && HexFormat.isHexDigit(text.charAt(at + 1))
            && HexFormat.isHexDigit(text.charAt(at + 2));
    return isOne ? HexFormat.fromHexDigits(text, at + 1, at + 3) : -1;
  }

  private static int sequenceLength(int first) {
    if (first >= 0xF0) {
      return 4;
    }
    return first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  }

  /** The code point of a UTF-8 sequence, or -1 if it is not one. */
  private static int codePoint(byte[] utf8) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return text.codePointCount(0, text.length()) == 1 ? text.codePointAt(0) : -1;
    } catch (CharacterCodingException e) {
      return -1;
    }
  }

  private static void append(int point, StringBuilder decoded) {
    if (point < 0x7F ? isWrittenAsItIs((char) point) : isVisible(point)) {
      decoded.appendCodePoint(point);
    } else {
      for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
        encode(octet & 0xFF, decoded);
      }
    }
  }

  private static void encode(int octet, StringBuilder decoded) {
    decoded.append('%').append(HEX.toHexDigits((byte) octet));
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** Tells if a character of ASCII may stand in an address without being encoded. */
  private static boolean isWrittenAsItIs(char c) {
    return c > ' ' && "\"<>\\^`{|}".indexOf(c) < 0;
  }

  /** Tells if a character beyond ASCII can be read, unlike spaces, controls and unassigned ones. */
  private static boolean isVisible(int point) {
    if (point < 0xA1 || point == GREEK_QUESTION_MARK) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
