package io.sitepulse.streams.runner;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * Settings of several processes that take over from each other.
 *
 * @param standbyReplicas number of other processes that keep a copy of the stores. With one process
 *     Kafka Streams warns for each task that there is no place for it
 * @param sessionTimeout time after which a process that is silent is replaced in the group and its
 *     open transactions are aborted. Not shorter than {@code group.min.session.timeout.ms} of the
 *     brokers, which is 6 s by default
 */
public record Takeover(int standbyReplicas, Duration sessionTimeout) {
  // Used by the constructor of the next constant.
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** For one process, and for brokers with Kafka's own settings. */
  public static final Takeover DEFAULT = new Takeover(0, Duration.ofSeconds(10));

  private static final int HEARTBEATS = 3;

  public Takeover {
    if (sessionTimeout.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("the session timeout must be at least " + SHORTEST);
    }
  }

  static Takeover from(Settings settings, String prefix) {
    return new Takeover(
        settings.integer(prefix + "standby-replicas", DEFAULT.standbyReplicas, 0, 9),
        settings.duration(prefix + "session-timeout", DEFAULT.sessionTimeout));
  }

  /** Session timeout in milliseconds. */
  int sessionMillis() {
    return Math.toIntExact(sessionTimeout.toMillis());
  }

  /** Time between two heartbeats in milliseconds, so that one that is lost ends no session. */
  int heartbeatMillis() {
    return sessionMillis() / HEARTBEATS;
  }
}
