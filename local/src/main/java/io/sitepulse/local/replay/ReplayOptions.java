package io.sitepulse.local.replay;

import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.PageRule;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Options of a replay.
 *
 * @param file the log, {@code -} for standard input. A packed one (gzip) is unpacked
 * @param site site of the page views
 * @param url base URL of sitepulse
 * @param speed multiple of the log's own speed, infinity for as fast as possible
 * @param again true to use new event ids, so that everything counts again
 * @param format format of the log, or null to find it from the first lines
 * @param rule tells which lines are pages
 * @param concurrency largest number of requests in flight
 */
public record ReplayOptions(
    Path file,
    String site,
    URI url,
    double speed,
    boolean again,
    @Nullable LogFormat format,
    PageRule rule,
    int concurrency) {
  /** Enough to keep a server on this machine busy. */
  public static final int DEFAULT_CONCURRENCY = 64;

  public ReplayOptions {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be more than 0");
    }
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be at least 1");
    }
  }

  /** As fast as it goes, by the usual rule, with ids that are the same in each run. */
  public static ReplayOptions of(Path file, String site, URI url) {
    return new ReplayOptions(
        file,
        site,
        url,
        Double.POSITIVE_INFINITY,
        false,
        null,
        PageRule.DEFAULT,
        DEFAULT_CONCURRENCY);
  }

  /** With ids of this run's own. */
  public ReplayOptions anew() {
    return new ReplayOptions(file, site, url, speed, true, format, rule, concurrency);
  }
}
