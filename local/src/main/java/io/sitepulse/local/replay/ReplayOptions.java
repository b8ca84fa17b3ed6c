package io.sitepulse.local.replay;

import io.sitepulse.local.replay.log.PageRule;
import java.net.URI;
import java.nio.file.Path;

/**
 * What to replay and how.
 *
 * @param file the log; {@code -} reads standard input, {@code .gz} is unpacked
 * @param site site the page views are of
 * @param url where sitepulse answers
 * @param speed how many times the log's own pace; infinity: as fast as it goes
 * @param again true: ids of this run's own, so that everything counts again
 * @param rule which lines are pages
 * @param concurrency requests under way at most
 */
public record ReplayOptions(
    Path file, String site, URI url, double speed, boolean again, PageRule rule, int concurrency) {
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
        file, site, url, Double.POSITIVE_INFINITY, false, PageRule.DEFAULT, DEFAULT_CONCURRENCY);
  }

  /** With ids of this run's own. */
  public ReplayOptions anew() {
    return new ReplayOptions(file, site, url, speed, true, rule, concurrency);
  }
}
