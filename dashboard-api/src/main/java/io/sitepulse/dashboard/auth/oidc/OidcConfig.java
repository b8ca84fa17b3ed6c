package io.sitepulse.dashboard.auth.oidc;

import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Configuration of the OpenID Connect provider.
 *
 * @param issuer https unless it is this machine. Its metadata is at {@code
 *     /.well-known/openid-configuration} below it.
 * @param clientId our client id at the provider
 * @param clientSecret empty for a public client
 * @param name label on the sign-in page
 * @param loginClaim the claim that names the account's login at the first sign-in. An {@code email}
 *     must be verified by the provider.
 * @param only true if passwords are switched off
 * @param sessionLife longest age of a session that the provider confirmed. Then it is asked again,
 *     so a person whom it does not know any more is out.
 */
public record OidcConfig(
    URI issuer,
    String clientId,
    String clientSecret,
    String name,
    String loginClaim,
    boolean only,
    Duration sessionLife) {
  /** The default. */
  public static final Duration SESSION_LIFE = Duration.ofHours(1);

  private static final String PREFIX = "sitepulse.oidc.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads {@code sitepulse.oidc.…}. Empty if there is no issuer.
   *
   * @throws SettingsException if there is an issuer and no client-id, or if passwords are switched
   *     off and there is no issuer
   */
  public static Optional<OidcConfig> from(Settings settings) {
    Optional<URI> issuer =
        settings.read(
            PREFIX + "issuer",
            Optional.empty(),
            text -> Optional.of(checked(URI.create(text.trim()))),
            "an https address");
    String client = settings.text(PREFIX + "client-id", "");
    String secret = settings.text(PREFIX + "client-secret", "");
    String name = settings.text(PREFIX + "name", "OpenID Connect");
    String claim = settings.text(PREFIX + "login-claim", "email");
    boolean only = settings.flag(PREFIX + "only", false);
    Duration life = settings.duration(PREFIX + "session-life", SESSION_LIFE);
    if (only && issuer.isEmpty()) {
      throw new SettingsException(List.of(PREFIX + "issuer is required with " + PREFIX + "only"));
    }
    if (issuer.isPresent() && client.isEmpty()) {
      throw new SettingsException(
          List.of(PREFIX + "client-id is required with " + PREFIX + "issuer"));
    }
    return issuer.map(uri -> new OidcConfig(uri, client, secret, name, claim, only, life));
  }

  /** Without the client secret. */
  @Override
  public String toString() {
    return "OidcConfig[issuer=" + issuer + ", clientId=" + clientId + "]";
  }

  private static URI checked(URI issuer) {
    boolean loopback = issuer.getHost() != null && LOOPBACK.contains(issuer.getHost());
    if (!"https".equals(issuer.getScheme()) && !("http".equals(issuer.getScheme()) && loopback)) {
      throw new IllegalArgumentException("not https");
    }
    return issuer;
  }
}
