package io.sitepulse.local.privacy;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Byte strings to find in data, all in one pass. A text is searched as it is and in the forms in
 * which it could be stored: URL-encoded, in base64, in hex, and as its unkeyed SHA-256. An address
 * can be guessed and found by such a digest, so that is no protection.
 */
final class SearchTerms {
  /** Shorter texts are found by chance. */
  private static final int SHORTEST = 8;

  private final Map<Long, List<Term>> byStart = new HashMap<>();
  private final BitSet starts = new BitSet(1 << 20);

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Term(String name, byte[] bytes) {}

  /** Adds a text in all its forms. A digest is found as {@code name (SHA-256)}. */
  void text(String name, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    forms(name, utf8);
    bytes(name, URLEncoder.encode(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    bytes(name, utf8);
    byte[] digest = sha256(utf8);
    forms(name + " (SHA-256)", digest);
    bytes(name + " (SHA-256)", digest);
  }

  /** Adds bytes as they are and as text. */
  void binary(String name, byte[] bytes) {
    bytes(name, bytes);
    forms(name, bytes);
  }

  private void forms(String name, byte[] bytes) {
    var base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    var hex = HexFormat.of().formatHex(bytes);
    for (String form :
        List.of(
            base64,
            base64.replace('+', '-').replace('/', '_'),
            hex,
            hex.toUpperCase(Locale.ROOT))) {
      bytes(name, form.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void bytes(String name, byte[] bytes) {
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException(name + " is too short to be found for certain");
    }
    long start = start(bytes, 0);
    starts.set(slot(start));
    byStart.computeIfAbsent(start, none -> new ArrayList<>()).add(new Term(name, bytes));
  }

  /** Returns the names of the terms that are in the data. */
  Set<String> in(byte[] data) {
    var found = new TreeSet<String>();
    if (data.length < SHORTEST) {
      return found;
    }
    long next = start(data, 0);
    for (int at = 0; ; at++) {
      if (starts.get(slot(next))) {
        for (Term term : byStart.getOrDefault(next, List.of())) {
          int end = at + term.bytes.length;
          if (end <= data.length && Arrays.equals(data, at, end, term.bytes, 0, end - at)) {
            found.add(term.name);
          }
        }
      }
      if (at + SHORTEST == data.length) {
        return found;
      }
      next = (next << Byte.SIZE) | (data[at + SHORTEST] & 0xff);
    }
  }

  private static long start(byte[] bytes, int at) {
    return Buffer.buffer(bytes).getLong(at);
  }

  private static int slot(long start) {
    return (int) ((start * 0x9E3779B97F4A7C15L) >>> 44);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
