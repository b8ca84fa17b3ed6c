package io.sitepulse.dashboard.auth.session;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SignedToken;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Knows a browser again that signed in to a login before. It lets nobody in; it only has a rate of
 * its own, see {@link LoginRateLimiter}.
 */
public final class DeviceCookies {
  private static final int RANDOM = 16;
  private static final char SEPARATOR = '|';

  private final Secret key;
  private final SecureRandom random = new SecureRandom();

  public DeviceCookies(Secret secret) {
    this.key = secret.forPurpose("sitepulse device");
  }

  /** What a browser keeps after signing in to a login. */
  String text(String login) {
    byte[] bits = new byte[RANDOM];
    random.nextBytes(bits);
    byte[] content =
        (HexFormat.of().formatHex(bits) + SEPARATOR + login).getBytes(StandardCharsets.UTF_8);
    return SignedToken.seal(content, key.sign(content));
  }

  /** Which browser this is, if it signed in to a login before; else null. */
  @Nullable String knownTo(String login, @Nullable String text) {
    return SignedToken.open(text, key::sign)
        .map(content -> new String(content, StandardCharsets.UTF_8))
        .filter(known -> known.substring(known.indexOf(SEPARATOR) + 1).equals(login))
        .orElse(null);
  }
}
