package io.sitepulse.dashboard.auth;

import io.sitepulse.dashboard.auth.invitation.InvitationException;
import io.sitepulse.dashboard.auth.oidc.OidcConfig;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SecretFile;
import io.sitepulse.runtime.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Configuration of sign-in.
 *
 * @param secret signs sessions and links. Empty: one is created and stored in {@code data}. Several
 *     instances must share one.
 * @param data folder of this instance's own files
 * @param idle time without use after which a session ends
 * @param life longest age of a session
 * @param address base address of the dashboard in browsers, for links and for OpenID Connect.
 *     Empty: the address of the request.
 * @param oidc the OpenID Connect provider
 * @param secondFactorRequired true if administrators with a password must have a second factor
 */
public record AccountConfig(
    Optional<Secret> secret,
    Path data,
    Duration idle,
    Duration life,
    Optional<URI> address,
    Optional<OidcConfig> oidc,
    boolean secondFactorRequired) {
  private static final String SECRET_FILE = "session.secret";

  /** The defaults. */
  public static final AccountConfig DEFAULT =
      new AccountConfig(
          Optional.empty(),
          Path.of("data", "dashboard"),
          Duration.ofHours(12),
          Duration.ofDays(7),
          Optional.empty(),
          Optional.empty(),
          false);

  /**
   * Reads {@code sitepulse.session.…}, {@code sitepulse.oidc.…} and {@code
   * sitepulse.dashboard.data} and {@code .address}.
   *
   * @throws io.sitepulse.runtime.config.SettingsException if the configuration of the provider is
   *     incomplete
   */
  public static AccountConfig from(Settings settings) {
    return new AccountConfig(
        settings.read(
            "sitepulse.session.secret",
            DEFAULT.secret,
            text -> Optional.of(new Secret(text)),
            "a text of at least " + Secret.MIN_LENGTH + " characters"),
        settings.path("sitepulse.dashboard.data", DEFAULT.data),
        settings.duration("sitepulse.session.idle", DEFAULT.idle),
        settings.duration("sitepulse.session.life", DEFAULT.life),
        settings.read(
            "sitepulse.dashboard.address",
            DEFAULT.address,
            text -> Optional.of(AccountConfig.address(text)),
            "an http or https address"),
        OidcConfig.from(settings),
        settings.read(
            "sitepulse.session.second-factor",
            DEFAULT.secondFactorRequired,
            AccountConfig::isSecondFactorRequired,
            "optional or administrators"));
  }

  private static boolean isSecondFactorRequired(String text) {
    return switch (text.trim()) {
      case "optional" -> false;
      case "administrators" -> true;
      default -> throw new IllegalArgumentException("neither");
    };
  }

  private static URI address(String text) {
    URI address = URI.create(text.trim());
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("not an address");
    }
    return address;
  }

  /** Returns false if people sign in at the OpenID Connect provider only. */
  boolean passwordsEnabled() {
    return oidc.map(provider -> !provider.only()).orElse(true);
  }

  /** Returns the configured secret, else the stored one, which is created if needed. */
  Secret effectiveSecret() {
    return secret.orElseGet(
        () -> {
          try {
            return SecretFile.readOrCreate(data, SECRET_FILE);
          } catch (IOException e) {
            throw new UncheckedIOException("cannot store the session secret in " + data, e);
          }
        });
  }

  /**
   * Returns the configured or stored secret for another process. Never creates one.
   *
   * @throws InvitationException if there is none
   * @throws IOException if it cannot be read
   */
  public Secret existingSecret() throws IOException {
    Optional<Secret> known = secret.isPresent() ? secret : SecretFile.find(data, SECRET_FILE);
    return known.orElseThrow(
        () ->
            new InvitationException(
                "there is no secret in "
                    + data.toAbsolutePath()
                    + ": set sitepulse.session.secret or sitepulse.dashboard.data as dashboard-api"
                    + " has them"));
  }
}
