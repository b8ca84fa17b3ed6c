package io.sitepulse.streams.runner;

import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.config.Settings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the counting runs. Keys: {@code sitepulse.streams.…}.
 *
 * @param applicationId names the consumer group, the transactions and the internal topics; another
 *     one counts everything anew
 * @param stateDir folder of the local stores; one process each
 * @param threads threads that count, 1 to 64
 * @param commitInterval how often what was counted is committed; readers see nothing earlier
 * @param handOverInterval how long sums are gathered before they are handed on
 * @param replicationFactor replicas of the internal topics; -1: the broker's default
 * @param standbyReplicas further processes that keep a copy of the stores
 * @param storeMemoryMb memory of all stores together outside the Java heap, in MiB
 */
public record CountingConfig(
    String applicationId,
    Path stateDir,
    int threads,
    Duration commitInterval,
    Duration handOverInterval,
    int replicationFactor,
    int standbyReplicas,
    int storeMemoryMb) {
  public static final String DEFAULT_APPLICATION_ID = "sitepulse-streams";
  public static final Path DEFAULT_STATE_DIR = Path.of("data", "streams");
  public static final int DEFAULT_THREADS = 2;
  public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(50);
  public static final Duration DEFAULT_HAND_OVER_INTERVAL = Duration.ofMillis(25);
  public static final int BROKER_DEFAULT = -1;
  public static final int DEFAULT_STORE_MEMORY_MB = 256;

  public CountingConfig {
    Require.text(applicationId, 100, "applicationId");
    Require.present(stateDir, "stateDir");
    Require.present(commitInterval, "commitInterval");
    Require.present(handOverInterval, "handOverInterval");
  }

  /** Reads {@code sitepulse.streams.*}. */
  public static CountingConfig from(Settings settings) {
    String prefix = "sitepulse.streams.";
    return new CountingConfig(
        settings.text(prefix + "application-id", DEFAULT_APPLICATION_ID),
        settings.path(prefix + "state-dir", DEFAULT_STATE_DIR),
        settings.integer(prefix + "threads", DEFAULT_THREADS, 1, 64),
        settings.duration(prefix + "commit-interval", DEFAULT_COMMIT_INTERVAL),
        settings.duration(prefix + "hand-over-interval", DEFAULT_HAND_OVER_INTERVAL),
        settings.integer(prefix + "replication-factor", BROKER_DEFAULT, -1, 9),
        settings.integer(prefix + "standby-replicas", 0, 0, 9),
        settings.integer(prefix + "store-memory-mb", DEFAULT_STORE_MEMORY_MB, 16, 65_536));
  }
}
