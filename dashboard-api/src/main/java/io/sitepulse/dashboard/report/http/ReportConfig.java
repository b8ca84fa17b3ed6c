package io.sitepulse.dashboard.report.http;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;

/**
 * How reports are made.
 *
 * @param threads reports made at once by this process; of no use beyond {@code
 *     sitepulse.clickhouse.connections}
 * @param timeout the longest a query may take before the report is answered 503
 * @param perAccount reports made at once for one account; its others wait
 */
public record ReportConfig(int threads, Duration timeout, int perAccount) {
  /** What goes without saying. */
  public static final ReportConfig DEFAULT = new ReportConfig(4, Duration.ofSeconds(10), 2);

  /** Reads {@code sitepulse.reports.…}. */
  public static ReportConfig from(Settings settings) {
    return new ReportConfig(
        settings.integer("sitepulse.reports.threads", DEFAULT.threads, 1, 64),
        settings.duration("sitepulse.reports.timeout", DEFAULT.timeout),
        settings.integer("sitepulse.reports.per-account", DEFAULT.perAccount, 1, 64));
  }
}
