package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key for programs as its owner sees it.
 *
 * @param token the key itself, told once, when it is made; else null
 */
record TokenAnswer(
    String id,
    String name,
    Role role,
    Instant created,
    @Nullable Instant expires,
    @Nullable String token) {

  static TokenAnswer of(ApiToken token) {
    return of(token, null);
  }

  static TokenAnswer of(ApiToken token, @Nullable String key) {
    return new TokenAnswer(
        token.id(), token.name(), token.role(), token.created(), token.expires(), key);
  }

  @Override
  public String toString() {
    return "token " + id;
  }
}
