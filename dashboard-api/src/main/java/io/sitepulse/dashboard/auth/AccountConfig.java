package io.sitepulse.dashboard.auth;

import io.sitepulse.dashboard.auth.invitation.NotInvited;
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
 * How people sign in.
 *
 * @param secret what sessions are signed with; empty: one is made and kept in {@code data}. Several
 *     instances must be given the same
 * @param data folder of this instance's own files
 * @param idle a session nobody used for so long ends
 * @param life no session lives longer
 * @param address where browsers find the dashboard, for links and for the provider of identities;
 *     empty: where they asked for it
 * @param oidc the provider of identities, if there is one
 */
public record AccountConfig(
    Optional<Secret> secret,
    Path data,
    Duration idle,
    Duration life,
    Optional<URI> address,
    Optional<OidcConfig> oidc) {
  private static final String SECRET_FILE = "session.secret";

  /** What goes without saying. */
  public static final AccountConfig DEFAULT =
      new AccountConfig(
          Optional.empty(),
          Path.of("data", "dashboard"),
          Duration.ofHours(12),
          Duration.ofDays(7),
          Optional.empty(),
          Optional.empty());

  /**
   * Reads {@code sitepulse.session.…}, {@code sitepulse.oidc.…} and {@code
   * sitepulse.dashboard.data} and {@code .address}.
   *
   * @throws io.sitepulse.runtime.config.SettingsException if a provider is given by half
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
        OidcConfig.from(settings));
  }

  private static URI address(String text) {
    URI address = URI.create(text.trim());
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("not an address");
    }
    return address;
  }

  /** The secret that was given, else this instance's own, which is made if need be. */
  Secret effectiveSecret() {
    return secret.orElseGet(
        () -> {
          try {
            return SecretFile.in(data, SECRET_FILE);
          } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the sessions' secret in " + data, e);
          }
        });
  }

  /**
   * The same for somebody else than the instance: none is made.
   *
   * @throws NotInvited if there is none
   * @throws IOException if it cannot be read
   */
  public Secret existingSecret() throws IOException {
    Optional<Secret> known = secret.isPresent() ? secret : SecretFile.find(data, SECRET_FILE);
    return known.orElseThrow(
        () ->
            new NotInvited(
                "there is no secret in "
                    + data.toAbsolutePath()
                    + ": tell sitepulse.session.secret or sitepulse.dashboard.data as dashboard-api"
                    + " has them"));
  }
}
