package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An API token, for its owner.
 *
 * @param lastUsed day of the last use, null if the token was not used since this is recorded
 * @param token the secret itself, only in the response that created it, else null
 */
public record TokenResponse(
    String id,
    String name,
    Role role,
    Instant created,
    @Nullable Instant expires,
    @Nullable LocalDate lastUsed,
    @Nullable String token) {

  public static TokenResponse of(ApiToken token) {
    return of(token, null);
  }

  public static TokenResponse of(ApiToken token, @Nullable String secret) {
    return new TokenResponse(
        token.id(),
        token.name(),
        token.role(),
        token.created(),
        token.expires(),
        token.lastUsed(),
        secret);
  }

  @Override
  public String toString() {
    return "token " + id;
  }
}
