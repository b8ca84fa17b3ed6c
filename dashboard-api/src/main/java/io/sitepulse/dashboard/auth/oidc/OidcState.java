package io.sitepulse.dashboard.auth.oidc;

import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a sign-in that is in progress at the provider. The browser keeps it as a signed
 * cookie, so any instance can complete the sign-in, and the response for another browser is
 * refused.
 *
 * @param state returned by the provider in the address
 * @param nonce returned by the provider in the ID token
 * @param verifier PKCE code verifier
 * @param expiry the state is refused from this instant on
 * @param target path in the dashboard to return to
 */
public record OidcState(
    String state, String nonce, String verifier, Instant expiry, String target) {
  public static final Duration LIFETIME = Duration.ofMinutes(10);
  static final String HOME = "/dashboard/";
  static final String PURPOSE = "sitepulse oidc";

  private static final String SEPARATOR = "|";
  private static final int FIELDS = 5;
  private static final int MAX_TARGET_LENGTH = 1_000;

  /** Without the secret values. */
  @Override
  public String toString() {
    return "OIDC sign-in to " + target;
  }

  public String encode(TokenSigner signer) {
    String content =
        String.join(
            SEPARATOR, state, nonce, verifier, Long.toString(expiry.toEpochMilli()), target);
    return signer.sign(content.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the state of a token that is genuine and has not expired. */
  public static Optional<OidcState> decode(
      @Nullable String token, TokenSigner signer, Instant now) {
    return signer
        .verifyUnexpired(token, Optional::of, now, content -> parse(content).expiry())
        .map(OidcState::parse);
  }

  /** Returns the path if it is inside the dashboard, else its home page: no open redirect. */
  public static String safeTarget(@Nullable String path) {
    return path == null || !isInDashboard(path) ? HOME : path;
  }

  private static boolean isInDashboard(String path) {
    return path.startsWith(HOME)
        && path.length() <= MAX_TARGET_LENGTH
        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }

  private static OidcState parse(byte[] content) {
    String[] parts = new String(content, StandardCharsets.UTF_8).split("\\|", FIELDS);
    Instant expiry = Instant.ofEpochMilli(Long.parseLong(parts[3]));
    return new OidcState(parts[0], parts[1], parts[2], expiry, parts[4]);
  }
}
