package io.sitepulse.dashboard.auth.oidc;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SignedToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was sent to the provider and is to come back. Kept by their browser, signed, so that
 * any instance can go on with it, and that nobody else's answer is taken for theirs.
 *
 * @param state comes back in the address
 * @param nonce comes back in the token
 * @param verifier proves that it is us who sent them (PKCE)
 * @param end not taken after it
 * @param to where in the dashboard they were going
 */
public record OidcState(String state, String nonce, String verifier, Instant end, String to) {
  public static final Duration LIFE = Duration.ofMinutes(10);
  static final String HOME = "/dashboard/";

  private static final String SEPARATOR = "|";
  private static final int FIELDS = 5;
  private static final int MAX_ADDRESS = 1_000;

  /** The same without what must not be known. */
  @Override
  public String toString() {
    return "on the way to " + to;
  }

  public String sealed(Secret key) {
    byte[] content =
        String.join(SEPARATOR, state, nonce, verifier, Long.toString(end.toEpochMilli()), to)
            .getBytes(StandardCharsets.UTF_8);
    return SignedToken.seal(content, key.sign(content));
  }

  public static Optional<OidcState> open(@Nullable String text, Secret key, Instant now) {
    return SignedToken.open(text, key::sign)
        .map(content -> new String(content, StandardCharsets.UTF_8).split("\\|", FIELDS))
        .filter(parts -> parts.length == FIELDS)
        .map(OidcState::of)
        .filter(pending -> now.isBefore(pending.end()));
  }

  /** An address of the dashboard, else its first page: nobody is led elsewhere by way of us. */
  public static String safe(@Nullable String to) {
    return to == null || !isOwn(to) ? HOME : to;
  }

  private static boolean isOwn(String to) {
    return to.startsWith(HOME)
        && to.length() <= MAX_ADDRESS
        && to.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }

  private static OidcState of(String[] parts) {
    Instant end = Instant.ofEpochMilli(Long.parseLong(parts[3]));
    return new OidcState(parts[0], parts[1], parts[2], end, parts[4]);
  }
}
