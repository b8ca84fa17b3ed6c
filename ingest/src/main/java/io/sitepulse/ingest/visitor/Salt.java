package io.sitepulse.ingest.visitor;

import java.time.Duration;
import java.time.Instant;

/** The secret of one local date. It is never part of a text. */
public final class Salt {
  /** Lifetime of a salt. After it, pseudonyms can no longer be linked to a visitor. */
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

  /** The secret, for the HMAC only. */
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
