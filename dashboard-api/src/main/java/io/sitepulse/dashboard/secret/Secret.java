package io.sitepulse.dashboard.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret from which HMAC keys are derived. All instances must share it. Changing the voting
 * secret gives every voter a new identity, changing the session secret ends all sessions. Never
 * logged.
 */
public final class Secret {
  public static final int MIN_LENGTH = 16;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BITS_128 = 16;

  private final byte[] key;

  /**
   * Creates a secret.
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

  /** Derives the key of one purpose. It reveals nothing about this secret or other purposes. */
  public Secret forPurpose(String purpose) {
    return new Secret(hmac(purpose.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the first 128 bits of the HMAC-SHA-256 of the bytes under this secret. */
  public byte[] sign(byte[] bytes) {
    return Arrays.copyOf(hmac(bytes), BITS_128);
  }

  /** Signs texts joined by {@code |}. The texts must not contain it. */
  public byte[] sign(String... parts) {
    return sign(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** Derives the AES-256 key of one purpose. */
  SecretKey encryptionKey(String purpose) {
    return new SecretKeySpec(hmac(purpose.getBytes(StandardCharsets.UTF_8)), "AES");
  }

  /** Returns a digest by which two secrets can be compared without revealing them. */
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
