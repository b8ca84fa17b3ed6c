package io.sitepulse.streams.runner;

import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.config.Settings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the counting, {@code sitepulse.streams.*}.
 *
 * @param applicationId name of the consumer group, the transactions and the internal topics. A new
 *     one counts everything again
 * @param stateDir folder of the local stores, for one process only
 * @param threads number of stream threads, 1 to 64
 * @param commitInterval time between commits. Consumers see the output of a commit only after it
 * @param outboxInterval shortest time between two outputs of the same total
 * @param replicationFactor replicas of the internal topics, -1 for those of the other topics
 * @param takeover how other processes take over the partitions of one that is killed
 * @param storeMemoryMb memory of all stores together outside the Java heap, in MiB
 */
public record CountingConfig(
    String applicationId,
    Path stateDir,
    int threads,
    Duration commitInterval,
    Duration outboxInterval,
    int replicationFactor,
    Takeover takeover,
    int storeMemoryMb) {
  public static final String DEFAULT_APPLICATION_ID = "sitepulse-streams";
  public static final Path DEFAULT_STATE_DIR = Path.of("data", "streams");
  public static final int DEFAULT_THREADS = 2;
  public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(50);
  public static final Duration DEFAULT_OUTBOX_INTERVAL = Duration.ofMillis(25);
  public static final int AS_OTHER_TOPICS = -1;
  public static final int DEFAULT_STORE_MEMORY_MB = 256;

  public CountingConfig {
    Require.text(applicationId, 100, "applicationId");
    Require.present(stateDir, "stateDir");
    Require.present(takeover, "takeover");
    Require.present(commitInterval, "commitInterval");
    Require.present(outboxInterval, "outboxInterval");
  }

  /** The settings with the number of replicas of the other topics, unless there is a setting. */
  CountingConfig withReplicas(int replicas) {
    return replicationFactor == AS_OTHER_TOPICS
        ? new CountingConfig(
            applicationId,
            stateDir,
            threads,
            commitInterval,
            outboxInterval,
            replicas,
            takeover,
            storeMemoryMb)
        : this;
  }

  /** Reads {@code sitepulse.streams.*}. */
  public static CountingConfig from(Settings settings) {
    String prefix = "sitepulse.streams.";
    return new CountingConfig(
        settings.text(prefix + "application-id", DEFAULT_APPLICATION_ID),
        settings.path(prefix + "state-dir", DEFAULT_STATE_DIR),
        settings.integer(prefix + "threads", DEFAULT_THREADS, 1, 64),
        settings.duration(prefix + "commit-interval", DEFAULT_COMMIT_INTERVAL),
        settings.duration(prefix + "hand-over-interval", DEFAULT_OUTBOX_INTERVAL),
        settings.integer(prefix + "replication-factor", AS_OTHER_TOPICS, -1, 9),
        Takeover.from(settings, prefix),
        settings.integer(prefix + "store-memory-mb", DEFAULT_STORE_MEMORY_MB, 16, 65_536));
  }
}
