package io.sitepulse.contract.account;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key for programs that act for an account. The key itself is shown once and stored nowhere.
 *
 * @param id {@code [a-z0-9]{1,32}}
 * @param name what it is for, in its owner's words
 * @param hash SHA-256 of the key, 64 hex digits
 * @param role most it may do, whatever its account may
 * @param created when
 * @param expires from when on it is refused; null: never
 */
public record ApiToken(
    String id, String name, String hash, Role role, Instant created, @Nullable Instant expires) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public ApiToken {
    Require.matches(id, ID, "tokens.id");
    Require.text(name, 100, "tokens.name");
    Require.matches(hash, HASH, "tokens.hash");
    Require.present(role, "tokens.role");
    Require.present(created, "tokens.created");
  }

  /** Whether it is taken at an instant. */
  public boolean isValidAt(Instant now) {
    return expires == null || now.isBefore(expires);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "ApiToken " + id;
  }
}
