package io.sitepulse.dashboard.auth.factor;

import io.sitepulse.contract.account.SecondFactor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recovery codes: 16 letters and digits in four groups, 80 random bits. That many cannot be tried,
 * so a plain SHA-256 stores them, together with the account, so that two accounts never share one.
 */
final class RecoveryCodes {
  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  /** Without letters that are mistaken for others. 32 of them: 5 bits each. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

  private final SecureRandom random = new SecureRandom();

  /** Returns new codes, in the form in which they are shown. */
  List<String> issue() {
    return Stream.generate(this::code).limit(SecondFactor.RECOVERY_CODES).toList();
  }

  private String code() {
    return IntStream.range(0, GROUPS)
        .mapToObj(
            group ->
                random
                    .ints(GROUP, 0, LETTERS.length())
                    .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }

  /** Returns a typed code without the spaces and hyphens that people put in, in lower case. */
  static String normalize(String typed) {
    return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  static List<String> hashes(String account, List<String> codes) {
    return codes.stream().map(code -> hash(account, normalize(code))).toList();
  }

  /** Returns the stored hash of a code, if it is one of the account's. */
  static Optional<String> find(String account, SecondFactor factor, String normalized) {
    byte[] hash = hash(account, normalized).getBytes(StandardCharsets.US_ASCII);
    Optional<String> found = Optional.empty();
    for (String stored : factor.recoveryCodes()) {
      if (MessageDigest.isEqual(stored.getBytes(StandardCharsets.US_ASCII), hash)) {
        found = Optional.of(stored);
      }
    }
    return found;
  }

  private static String hash(String account, String normalized) {
    try {
      byte[] bytes = (account + "|" + normalized).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
