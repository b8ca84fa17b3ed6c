package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * How the sink works.
 *
 * @param enabled whether this process runs it
 * @param group the consumer group; a new name reads every topic again from its beginning
 * @param batchRecords a batch is written once it has so many records
 * @param batchBytes or so many bytes of them; about twice as much is in memory at most
 * @param linger or once it is so old
 * @param retryFirst wait after ClickHouse did not take a batch, doubled each time
 * @param retryMost longest such wait
 */
public record SinkConfig(
    boolean enabled,
    String group,
    int batchRecords,
    int batchBytes,
    Duration linger,
    Duration retryFirst,
    Duration retryMost) {
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
    if (retryMost.compareTo(retryFirst) < 0) {
      throw new IllegalArgumentException("retryMost must not be shorter than retryFirst");
    }
  }

  /** Reads {@code sitepulse.sink.*}. */
  public static SinkConfig from(Settings settings) {
    Duration first = settings.duration("sitepulse.sink.retry-first", DEFAULT.retryFirst);
    Duration most = settings.duration("sitepulse.sink.retry-most", DEFAULT.retryMost);
    return new SinkConfig(
        settings.flag("sitepulse.sink.enabled", DEFAULT.enabled),
        settings.text("sitepulse.sink.group", DEFAULT.group),
        settings.integer("sitepulse.sink.batch-records", DEFAULT.batchRecords, 1, 1_000_000),
        settings.integer("sitepulse.sink.batch-bytes", DEFAULT.batchBytes, 1024, 256 * MIB),
        settings.duration("sitepulse.sink.linger", DEFAULT.linger),
        first,
        most.compareTo(first) < 0 ? first : most);
  }
}
