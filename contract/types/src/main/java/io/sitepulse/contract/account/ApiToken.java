package io.sitepulse.contract.account;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token for programs that act for an account. The token itself is shown once and never stored.
 *
 * @param id {@code [a-z0-9]{1,32}}
 * @param name purpose, entered by the owner
 * @param hash SHA-256 of the token, 64 hex digits
 * @param role upper limit of its rights
 * @param created instant of creation
 * @param expires instant of expiry, or null if it does not expire
 * @param lastUsed day of the last use in {@link Site#DEFAULT_ZONE}, or null if unknown
 */
public record ApiToken(
    String id,
    String name,
    String hash,
    Role role,
    Instant created,
    @Nullable Instant expires,
    @Nullable LocalDate lastUsed) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public ApiToken {
    Require.matches(id, ID, "tokens.id");
    Require.text(name, 100, "tokens.name");
    Require.matches(hash, HASH, "tokens.hash");
    Require.present(role, "tokens.role");
    Require.present(created, "tokens.created");
  }

  /** A token that was never used. */
  public ApiToken(
      String id, String name, String hash, Role role, Instant created, @Nullable Instant expires) {
    this(id, name, hash, role, created, expires, null);
  }

  /** Returns the token with a day of its last use. */
  public ApiToken usedOn(LocalDate day) {
    return new ApiToken(id, name, hash, role, created, expires, day);
  }

  /** Tells if the token has not expired at an instant. */
  public boolean isValidAt(Instant now) {
    return expires == null || now.isBefore(expires);
  }

  /** Leaves out the hash. */
  @Override
  public String toString() {
    return "ApiToken " + id;
  }
}
