package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies the CSRF tokens of voting forms. A token is valid for one poll and one voter,
 * for 24 hours. A foreign page can neither read a visitor's form nor forge one for their cookie.
 */
final class FormTokens {
  /** A form is still accepted at the end of its 24 hours. */
  private static final Duration LIFETIME = Duration.ofHours(24).plusMillis(1);

  private final TokenSigner signer;
  private final Clock clock;

  FormTokens(Secret secret, Clock clock) {
    this.signer = new TokenSigner(secret, "sitepulse vote form");
    this.clock = clock;
  }

  String issue(String poll, String voter) {
    byte[] issued = TokenSigner.bytesOf(clock.instant());
    return signer.sign(issued, signedBytes(poll, voter, issued));
  }

  boolean isGenuine(@Nullable String token, String poll, String voter) {
    return signer
        .verifyUnexpired(
            token,
            issued -> Optional.of(signedBytes(poll, voter, issued)),
            clock.instant(),
            FormTokens::expiryOf)
        .isPresent();
  }

  private static Instant expiryOf(byte[] issued) {
    return TokenSigner.instantOf(issued).plus(LIFETIME);
  }

  private static byte[] signedBytes(String poll, String voter, byte[] issued) {
    byte[] names = (poll + "|" + voter + "|").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(names.length + issued.length).put(names).put(issued).array();
  }
}
