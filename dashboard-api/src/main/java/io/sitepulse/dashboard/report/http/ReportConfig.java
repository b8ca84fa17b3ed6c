package io.sitepulse.dashboard.report.http;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * Settings of reports.
 *
 * @param threads concurrent reports of this process. More than {@code
 *     sitepulse.clickhouse.connections} have no effect
 * @param timeout longest time of a query. After it the report fails with 503
 * @param perAccount concurrent reports of one account. Its others wait
 */
public record ReportConfig(int threads, Duration timeout, int perAccount) {
  /** The defaults. */
  public static final ReportConfig DEFAULT = new ReportConfig(4, Duration.ofSeconds(10), 2);

  /** Reads {@code sitepulse.reports.…}. */
  public static ReportConfig from(Settings settings) {
    return new ReportConfig(
        settings.integer("sitepulse.reports.threads", DEFAULT.threads, 1, 64),
        settings.duration("sitepulse.reports.timeout", DEFAULT.timeout),
        settings.integer("sitepulse.reports.per-account", DEFAULT.perAccount, 1, 64));
  }
}
