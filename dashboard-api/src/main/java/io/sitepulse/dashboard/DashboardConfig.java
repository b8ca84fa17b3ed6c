package io.sitepulse.dashboard;

import io.sitepulse.dashboard.auth.AccountConfig;
import io.sitepulse.dashboard.report.http.ReportConfig;
import io.sitepulse.dashboard.seed.SeedConfig;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.dashboard.widget.poll.VoteConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.ClientAddress;
import java.util.List;

/**
 * Configuration of this module. Port and Kafka are configured by {@code HttpConfig} and {@code
 * KafkaConfig}.
 *
 * @param trustedProxies networks whose {@code X-Forwarded-…} headers are trusted, in CIDR notation
 */
public record DashboardConfig(
    List<String> trustedProxies,
    SseConfig live,
    VoteConfig votes,
    AccountConfig accounts,
    ReportConfig reports,
    SeedConfig definitions) {
  /** The defaults. */
  public static final DashboardConfig DEFAULT =
      new DashboardConfig(
          ClientAddress.LOOPBACK,
          SseConfig.DEFAULT,
          VoteConfig.DEFAULT,
          AccountConfig.DEFAULT,
          ReportConfig.DEFAULT,
          SeedConfig.DEFAULT);

  public DashboardConfig {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * Reads {@code sitepulse.dashboard.*}, {@code sitepulse.voter.*}, {@code sitepulse.session.*},
   * {@code sitepulse.reports.*}, {@code sitepulse.definitions.*}.
   */
  public static DashboardConfig from(Settings settings) {
    return new DashboardConfig(
        settings.list("sitepulse.dashboard.trusted-proxies", DEFAULT.trustedProxies),
        SseConfig.from(settings),
        VoteConfig.from(settings),
        AccountConfig.from(settings),
        ReportConfig.from(settings),
        SeedConfig.from(settings));
  }
}
