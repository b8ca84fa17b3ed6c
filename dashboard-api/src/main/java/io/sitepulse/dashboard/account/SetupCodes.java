package io.sitepulse.dashboard.account;

import io.sitepulse.dashboard.secret.Sealed;
import io.sitepulse.dashboard.secret.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Codes that make the first administrator. Nothing is stored: a code is its own end and a signature
 * with the secret that all instances share, so each instance takes the code that another printed,
 * and all of them are worth nothing once there is an account.
 */
final class SetupCodes {
  static final Duration LIFE = Duration.ofHours(24);

  private final Secret key;

  SetupCodes(Secret secret) {
    this.key = secret.forPurpose("sitepulse setup");
  }

  String make(Instant now) {
    byte[] end = ByteBuffer.allocate(Long.BYTES).putLong(now.plus(LIFE).toEpochMilli()).array();
    return Sealed.seal(end, key.sign(end));
  }

  boolean isValid(@Nullable String code, Instant now) {
    return Sealed.open(code, Long.BYTES, key::sign)
        .map(end -> Instant.ofEpochMilli(ByteBuffer.wrap(end).getLong()))
        .filter(now::isBefore)
        .isPresent();
  }
}
