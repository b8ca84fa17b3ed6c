package io.sitepulse.ingest.visitor;

import java.time.Duration;
import java.time.Instant;

/**
 * The secret of one local date. It never shows in a text, is never compared and never copied out.
 */
public final class Salt {
  /**
   * How long a salt may be used, from when it was made; then nobody can link a visitor any more.
   */
  static final Duration LIFETIME = Duration.ofDays(2);

  static final int BYTES = 32;

  private final byte[] secret;
  private final Instant made;

  Salt(byte[] secret, Instant made) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a salt has " + BYTES + " bytes");
    }
    this.secret = secret.clone();
    this.made = made;
  }

  /** For the HMAC only. */
  byte[] secret() {
    return secret;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(made.plus(LIFETIME));
  }

  @Override
  public String toString() {
    return "Salt[***]";
  }
}
