package io.sitepulse.local.clickhouse.http;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The one user and password that this server knows. Without it, any local user could read the data
 * through the loopback port.
 */
final class Password {
  private final byte[] user;
  private final byte[] secret;

  Password(String user, String secret) {
    this.user = user.getBytes(StandardCharsets.UTF_8);
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** True when the request shows both, in any of the three ways that ClickHouse takes. */
  boolean isShownBy(HttpServerRequest request) {
    String basic = request.getHeader("Authorization");
    if (basic != null && basic.startsWith("Basic ")) {
      return matches(basic.substring("Basic ".length()).strip());
    }
    String header = request.getHeader("X-ClickHouse-User");
    return header != null
        ? matches(header, request.getHeader("X-ClickHouse-Key"))
        : matches(request.params(true).get("user"), request.params(true).get("password"));
  }

  private boolean matches(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      return colon >= 0 && matches(both.substring(0, colon), both.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private boolean matches(@Nullable String name, @Nullable String password) {
    return name != null
        && password != null
        && MessageDigest.isEqual(user, name.getBytes(StandardCharsets.UTF_8))
        && MessageDigest.isEqual(secret, password.getBytes(StandardCharsets.UTF_8));
  }
}
