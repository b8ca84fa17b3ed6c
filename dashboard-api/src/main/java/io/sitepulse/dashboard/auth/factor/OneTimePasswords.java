package io.sitepulse.dashboard.auth.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as all authenticator apps make them: 6 digits, 30
 * seconds, HMAC-SHA-1. Thread-safe.
 */
final class OneTimePasswords {
  static final Duration STEP = Duration.ofSeconds(30);

  /** Steps before and after the present one whose codes are accepted: clocks of phones differ. */
  private static final int DRIFT = 1;

  /** RFC 4226, 4: at least 128 bits, 160 are recommended. */
  private static final int SECRET_BYTES = 20;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BASE32_BITS = 5;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);
  private final SecureRandom random = new SecureRandom();

  /** Returns a new secret. */
  byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** Returns the code of an instant. */
  String codeAt(byte[] secret, Instant instant) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()), instant);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the time step that a code belongs to, if it is the present one, the one before or the
   * one after. All are compared in constant time.
   */
  OptionalLong stepOf(byte[] secret, String code, Instant now) {
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (int drift = -DRIFT; drift <= DRIFT; drift++) {
      Instant instant = now.plus(STEP.multipliedBy(drift));
      byte[] expected = codeAt(secret, instant).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(expected, given)) {
        found = OptionalLong.of(instant.getEpochSecond() / STEP.toSeconds());
      }
    }
    return found;
  }

  /** Returns a secret as people type it into an app: base32 (RFC 4648) without padding. */
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte one : bytes) {
      buffer = ((buffer << Byte.SIZE) | (one & 0xff)) & 0xfff;
      bits += Byte.SIZE;
      while (bits >= BASE32_BITS) {
        bits -= BASE32_BITS;
        text.append(BASE32.charAt((buffer >> bits) & 0x1f));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((buffer << (BASE32_BITS - bits)) & 0x1f));
    }
    return text.toString();
  }

  /** Returns the address that QR codes for authenticator apps have ("Key Uri Format"). */
  static String uri(byte[] secret, String issuer, String login) {
    return "otpauth://totp/"
        + encode(issuer)
        + ":"
        + encode(login)
        + "?secret="
        + base32(secret)
        + "&issuer="
        + encode(issuer);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
