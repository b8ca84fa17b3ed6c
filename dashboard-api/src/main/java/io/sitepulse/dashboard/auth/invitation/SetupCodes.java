package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks codes that create the first administrator. Nothing is stored: a code is its own
 * expiry, signed with the secret that all instances share, so every instance accepts the code of
 * every other. Codes are useless once an account exists.
 */
public final class SetupCodes {
  public static final Duration LIFETIME = Duration.ofHours(24);

  private final TokenSigner signer;

  public SetupCodes(Secret secret) {
    this.signer = new TokenSigner(secret, "sitepulse setup");
  }

  public String issue(Instant now) {
    return signer.sign(TokenSigner.bytesOf(now.plus(LIFETIME)));
  }

  public boolean isValid(@Nullable String code, Instant now) {
    return signer.verifyUnexpired(code, Optional::of, now, TokenSigner::instantOf).isPresent();
  }
}
