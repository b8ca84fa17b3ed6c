package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks OWASP device cookies: a browser that has signed in to a login before has its
 * own rate limit, see {@link LoginRateLimiter}. Not a credential.
 */
public final class DeviceCookies {
  private static final int RANDOM_BYTES = 16;
  private static final char SEPARATOR = '|';

  private final TokenSigner signer;
  private final SecureRandom random = new SecureRandom();

  public DeviceCookies(Secret secret) {
    this.signer = new TokenSigner(secret, "sitepulse device");
  }

  /** Returns the cookie for a browser that has signed in to a login. */
  String issue(String login) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String content = HexFormat.of().formatHex(bytes) + SEPARATOR + login;
    return signer.sign(content.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the device of a cookie, or null if the cookie was not issued for this login. */
  @Nullable String deviceOf(String login, @Nullable String cookie) {
    return signer
        .verify(cookie)
        .map(content -> new String(content, StandardCharsets.UTF_8))
        .filter(device -> device.substring(device.indexOf(SEPARATOR) + 1).equals(login))
        .orElse(null);
  }
}
