package io.sitepulse.contract.account;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A login session in the list of its account. It tells the owner what the session is. Its token
 * decides whether it is valid.
 *
 * @param id 128 random bits, in hex
 * @param begun time of the sign-in
 * @param seen time of the last recorded use. Uses are recorded at intervals.
 * @param browser product name, such as {@code Firefox}, or null if unknown
 * @param system product name, such as {@code Windows}, or null if unknown
 * @param oidc true if the provider of OpenID Connect confirmed the sign-in
 */
public record AccountSession(
    String id,
    Instant begun,
    Instant seen,
    @Nullable String browser,
    @Nullable String system,
    boolean oidc) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{1,32}");

  public AccountSession {
    Require.matches(id, ID, "sessions.id");
    Require.present(begun, "sessions.begun");
    Require.present(seen, "sessions.seen");
    Require.atMost(browser, 40, "sessions.browser");
    Require.atMost(system, 40, "sessions.system");
  }
}
