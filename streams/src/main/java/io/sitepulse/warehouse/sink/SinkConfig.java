package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * Settings of the sink. A batch is written once it reaches the first of its three limits.
 *
 * @param enabled whether this process runs a sink
 * @param group the consumer group. A new name reads every topic again from its beginning
 * @param batchRecords limit of a batch in records
 * @param batchBytes limit of a batch in bytes. At most about twice as much is in memory
 * @param linger limit of a batch in time
 * @param firstRetry wait after the first failed write of a batch. It doubles with each further one
 * @param longestRetry upper limit of such a wait
 */
public record SinkConfig(
    boolean enabled,
    String group,
    int batchRecords,
    int batchBytes,
    Duration linger,
    Duration firstRetry,
    Duration longestRetry) {
  private static final int MIB = 1024 * 1024;

  public static final SinkConfig DEFAULT =
      new SinkConfig(
          true,
          "sitepulse-sink",
          20_000,
          8 * MIB,
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(15));

  public SinkConfig {
    if (longestRetry.compareTo(firstRetry) < 0) {
      throw new IllegalArgumentException("longestRetry must not be shorter than firstRetry");
    }
  }

  /** Reads {@code sitepulse.sink.*}. */
  public static SinkConfig from(Settings settings) {
    Duration first = settings.duration("sitepulse.sink.retry-first", DEFAULT.firstRetry);
    Duration longest = settings.duration("sitepulse.sink.retry-most", DEFAULT.longestRetry);
    return new SinkConfig(
        settings.flag("sitepulse.sink.enabled", DEFAULT.enabled),
        settings.text("sitepulse.sink.group", DEFAULT.group),
        settings.integer("sitepulse.sink.batch-records", DEFAULT.batchRecords, 1, 1_000_000),
        settings.integer("sitepulse.sink.batch-bytes", DEFAULT.batchBytes, 1024, 256 * MIB),
        settings.duration("sitepulse.sink.linger", DEFAULT.linger),
        first,
        longest.compareTo(first) < 0 ? first : longest);
  }
}
