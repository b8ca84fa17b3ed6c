package io.sitepulse.dashboard.auth.oidc;

import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import io.sitepulse.runtime.kafka.KafkaClientProperties;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The provider of identities.
 *
 * @param issuer its address, https unless it is this machine; {@code
 *     /.well-known/openid-configuration} is looked up below it
 * @param clientId who we are there
 * @param clientSecret how we prove it; empty for a public client
 * @param name as the sign-in page calls it
 * @param loginClaim the claim that is an account's login the first time somebody comes; an {@code
 *     email} must be one that the provider verified
 */
public record OidcConfig(
    URI issuer,
    String clientId,
    KafkaClientProperties clientSecret,
    String name,
    String loginClaim) {
  private static final String PREFIX = "sitepulse.oidc.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads {@code sitepulse.oidc.…}; empty if no issuer is given.
   *
   * @throws SettingsException if there is an issuer and no client-id
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
    if (issuer.isPresent() && client.isEmpty()) {
      throw new SettingsException(
          List.of(PREFIX + "client-id is missing, and " + PREFIX + "issuer is given"));
    }
    return issuer.map(
        at -> new OidcConfig(at, client, new KafkaClientProperties(secret), name, claim));
  }

  private static URI checked(URI issuer) {
    boolean here = issuer.getHost() != null && LOOPBACK.contains(issuer.getHost());
    if (!"https".equals(issuer.getScheme()) && !("http".equals(issuer.getScheme()) && here)) {
      throw new IllegalArgumentException("not https");
    }
    return issuer;
  }
}
