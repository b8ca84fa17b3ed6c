package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key for programs as its owner sees it.
 *
 * @param token the key itself, told once, when it is made; else null
 */
public record TokenResponse(
    String id,
    String name,
    Role role,
    Instant created,
    @Nullable Instant expires,
    @Nullable String token) {

  public static TokenResponse of(ApiToken token) {
    return of(token, null);
  }

  public static TokenResponse of(ApiToken token, @Nullable String key) {
    return new TokenResponse(
        token.id(), token.name(), token.role(), token.created(), token.expires(), key);
  }

  @Override
  public String toString() {
    return "token " + id;
  }
}
