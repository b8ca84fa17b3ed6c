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
 * Configuration of voting.
 *
 * @param secret secret that signs voter tokens. If empty, one is generated and stored in {@code
 *     data}. Several instances need the same secret
 * @param data folder with the files of this instance
 * @param maxInFlight maximum number of votes that wait for Kafka. Further votes are answered 503
 * @param timeout longest time a vote waits for the acknowledgement of Kafka
 * @param perNetworkMinute maximum number of votes of one network a minute. Further votes are
 *     answered 429
 * @param perPollHour maximum number of votes of one network for one poll an hour. Further votes are
 *     answered 429
 */
public record VoteConfig(
    Optional<Secret> secret,
    Path data,
    int maxInFlight,
    Duration timeout,
    int perNetworkMinute,
    int perPollHour) {
  /** The defaults. */
  public static final VoteConfig DEFAULT =
      new VoteConfig(
          Optional.empty(), Path.of("data", "dashboard"), 1_000, Duration.ofSeconds(5), 600, 1_000);

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
            "sitepulse.dashboard.votes-per-network-minute", DEFAULT.perNetworkMinute, 1, 1_000_000),
        settings.integer(
            "sitepulse.dashboard.votes-per-poll-hour", DEFAULT.perPollHour, 1, 1_000_000));
  }

  /** The configured secret, or else the generated one of this instance. */
  public Secret effectiveSecret() {
    return secret.orElseGet(
        () -> {
          try {
            return SecretFile.readOrCreate(data, "voter.secret");
          } catch (IOException e) {
            throw new UncheckedIOException("cannot store the voter secret in " + data, e);
          }
        });
  }
}
