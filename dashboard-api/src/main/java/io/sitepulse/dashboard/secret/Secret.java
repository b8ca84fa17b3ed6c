package io.sitepulse.dashboard.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that keys are made from. Every instance must have the same one: whoever changes that of
 * voting makes every voter a new voter, that of sessions signs everybody out. It never shows in a
 * log.
 */
public final class Secret {
  public static final int MIN_LENGTH = 16;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BITS_128 = 16;

  private final byte[] key;

  /**
   * Takes a secret.
   *
   * @param text at least {@value #MIN_LENGTH} characters
   * @throws IllegalArgumentException if it is shorter
   */
  public Secret(String text) {
    if (text.length() < MIN_LENGTH) {
      throw new IllegalArgumentException("must have at least " + MIN_LENGTH + " characters");
    }
    this.key = text.getBytes(StandardCharsets.UTF_8);
  }

  private Secret(byte[] key) {
    this.key = key;
  }

  /** A secret of its own for one purpose; nothing of this one can be told from it. */
  public Secret forPurpose(String purpose) {
    return new Secret(hmac(purpose.getBytes(StandardCharsets.UTF_8)));
  }

  /** The first 128 bits of the HMAC-SHA-256 of some bytes under this secret. */
  public byte[] sign(byte[] bytes) {
    return Arrays.copyOf(hmac(bytes), BITS_128);
  }

  /** The same for texts; none of ours contains the separator. */
  public byte[] sign(String... parts) {
    return sign(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** Tells whether two have the same secret, and nothing else of it. */
  public String fingerprint() {
    return HexFormat.of().formatHex(forPurpose("sitepulse fingerprint").sign(new byte[0]));
  }

  @Override
  public String toString() {
    return "***";
  }

  private byte[] hmac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
