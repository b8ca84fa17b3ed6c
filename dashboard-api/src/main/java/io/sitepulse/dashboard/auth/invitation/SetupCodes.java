package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SignedToken;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Codes that make the first administrator. Nothing is stored: a code is its own end and a signature
 * with the secret that all instances share, so each instance takes the code that another printed,
 * and all of them are worth nothing once there is an account.
 */
public final class SetupCodes {
  public static final Duration LIFE = Duration.ofHours(24);

  private final Secret key;

  public SetupCodes(Secret secret) {
    this.key = secret.forPurpose("sitepulse setup");
  }

  public String make(Instant now) {
    byte[] end = ByteBuffer.allocate(Long.BYTES).putLong(now.plus(LIFE).toEpochMilli()).array();
    return SignedToken.seal(end, key.sign(end));
  }

  public boolean isValid(@Nullable String code, Instant now) {
    return SignedToken.open(code, Long.BYTES, key::sign)
        .map(end -> Instant.ofEpochMilli(ByteBuffer.wrap(end).getLong()))
        .filter(now::isBefore)
        .isPresent();
  }
}
