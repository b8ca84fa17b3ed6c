package io.sitepulse.dashboard;

import io.sitepulse.contract.config.Settings;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.dashboard.account.AccountConfig;
import io.sitepulse.dashboard.definition.DefinitionConfig;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.poll.VoteConfig;
import io.sitepulse.dashboard.report.ReportConfig;
import java.util.List;

/**
 * The settings of this module. Port and Kafka are the process's: {@code HttpConfig}, {@code
 * KafkaConfig}.
 *
 * @param trustedProxies networks whose {@code X-Forwarded-…} headers are believed
 */
public record DashboardConfig(
    List<String> trustedProxies,
    LiveConfig live,
    VoteConfig votes,
    AccountConfig accounts,
    ReportConfig reports,
    DefinitionConfig definitions) {
  /** What goes without saying. */
  public static final DashboardConfig DEFAULT =
      new DashboardConfig(
          ClientAddress.LOOPBACK,
          LiveConfig.DEFAULT,
          VoteConfig.DEFAULT,
          AccountConfig.DEFAULT,
          ReportConfig.DEFAULT,
          DefinitionConfig.DEFAULT);

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
        LiveConfig.from(settings),
        VoteConfig.from(settings),
        AccountConfig.from(settings),
        ReportConfig.from(settings),
        DefinitionConfig.from(settings));
  }
}
