package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SecretFile;
import io.sitepulse.runtime.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How votes are taken.
 *
 * @param secret what voters' tokens are signed with; empty: one is made and kept in {@code data}.
 *     Several instances must be given the same
 * @param data folder of this instance's own files
 * @param maxInFlight votes on their way to Kafka at once; more are answered 503
 * @param timeout how long a vote may wait for its acknowledgement
 * @param perNetworkMinute votes a minute from one network; more are answered 429
 */
public record VoteConfig(
    Optional<Secret> secret, Path data, int maxInFlight, Duration timeout, int perNetworkMinute) {
  /** What goes without saying. */
  public static final VoteConfig DEFAULT =
      new VoteConfig(
          Optional.empty(), Path.of("data", "dashboard"), 1_000, Duration.ofSeconds(5), 600);

  /** Reads {@code sitepulse.voter.secret} and {@code sitepulse.dashboard.…}. */
  public static VoteConfig from(Settings settings) {
    return new VoteConfig(
        settings.read(
            "sitepulse.voter.secret",
            DEFAULT.secret,
            text -> Optional.of(new Secret(text)),
            "a text of at least " + Secret.MIN_LENGTH + " characters"),
        settings.path("sitepulse.dashboard.data", DEFAULT.data),
        settings.integer(
            "sitepulse.dashboard.votes-max-in-flight", DEFAULT.maxInFlight, 1, 1_000_000),
        settings.duration("sitepulse.dashboard.votes-timeout", DEFAULT.timeout),
        settings.integer(
            "sitepulse.dashboard.votes-per-network-minute",
            DEFAULT.perNetworkMinute,
            1,
            1_000_000));
  }

  /** The secret that was given, else this instance's own. */
  public Secret effectiveSecret() {
    return secret.orElseGet(
        () -> {
          try {
            return SecretFile.readOrCreate(data, "voter.secret");
          } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the voters' secret in " + data, e);
          }
        });
  }
}
