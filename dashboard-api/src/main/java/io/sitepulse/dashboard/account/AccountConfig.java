package io.sitepulse.dashboard.account;

import io.sitepulse.contract.config.Settings;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 */
public record AccountConfig(Optional<Secret> secret, Path data, Duration idle, Duration life) {
  /** What goes without saying. */
  public static final AccountConfig DEFAULT =
      new AccountConfig(
          Optional.empty(), Path.of("data", "dashboard"), Duration.ofHours(12), Duration.ofDays(7));

  /** Reads {@code sitepulse.session.…} and {@code sitepulse.dashboard.data}. */
  public static AccountConfig from(Settings settings) {
    return new AccountConfig(
        settings.read(
            "sitepulse.session.secret",
            DEFAULT.secret,
            text -> Optional.of(new Secret(text)),
            "a text of at least " + Secret.MIN_LENGTH + " characters"),
        settings.path("sitepulse.dashboard.data", DEFAULT.data),
        settings.duration("sitepulse.session.idle", DEFAULT.idle),
        settings.duration("sitepulse.session.life", DEFAULT.life));
  }

  /** The secret that was given, else this instance's own. */
  Secret effectiveSecret() {
    return secret.orElseGet(
        () -> {
          try {
            return SecretFile.in(data, "session.secret");
          } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the sessions' secret in " + data, e);
          }
        });
  }
}
