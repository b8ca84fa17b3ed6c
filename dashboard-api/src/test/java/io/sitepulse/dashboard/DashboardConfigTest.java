package io.sitepulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.dashboard.report.http.ReportConfig;
import io.sitepulse.dashboard.seed.Seed;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardConfigTest {
  @Test
  void usesTheDefaultsWithoutSettings() {
    assertThat(DashboardConfig.from(Settings.load(null, Map.of())))
        .isEqualTo(DashboardConfig.DEFAULT);
  }

  @Test
  void aNewInstallationStartsEmpty() {
    assertThat(DashboardConfig.DEFAULT.definitions().load()).isEqualTo(Seed.EMPTY);
  }

  @Test
  void readsEveryKey() {
    var settings =
        Settings.load(
            null,
            Map.ofEntries(
                Map.entry("SITEPULSE_DASHBOARD_TRUSTED_PROXIES", "10.0.0.0/8"),
                Map.entry("SITEPULSE_DASHBOARD_LIVE_MAX_CONNECTIONS", "7"),
                Map.entry("SITEPULSE_DASHBOARD_LIVE_MAX_PER_NETWORK", "6"),
                Map.entry("SITEPULSE_DASHBOARD_LIVE_INTERVAL", "2s"),
                Map.entry("SITEPULSE_DASHBOARD_LIVE_KEEP_ALIVE", "5s"),
                Map.entry("SITEPULSE_VOTER_SECRET", "sixteen letters!"),
                Map.entry("SITEPULSE_DASHBOARD_DATA", "elsewhere"),
                Map.entry("SITEPULSE_DASHBOARD_VOTES_MAX_IN_FLIGHT", "8"),
                Map.entry("SITEPULSE_DASHBOARD_VOTES_TIMEOUT", "9s"),
                Map.entry("SITEPULSE_DASHBOARD_VOTES_PER_NETWORK_MINUTE", "10"),
                Map.entry("SITEPULSE_DASHBOARD_VOTES_PER_POLL_HOUR", "11"),
                Map.entry("SITEPULSE_DEFINITIONS_SEED", "shipped")));
    DashboardConfig config = DashboardConfig.from(settings);
    settings.check();
    assertThat(config.trustedProxies()).isEqualTo(List.of("10.0.0.0/8"));
    assertThat(config.live())
        .isEqualTo(new SseConfig(7, 6, Duration.ofSeconds(2), Duration.ofSeconds(5)));
    assertThat(config.votes().secret()).isPresent();
    assertThat(config.votes().data()).isEqualTo(Path.of("elsewhere"));
    assertThat(config.votes().maxInFlight()).isEqualTo(8);
    assertThat(config.votes().timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.votes().perNetworkMinute()).isEqualTo(10);
    assertThat(config.votes().perPollHour()).isEqualTo(11);
    assertThat(config.definitions().load().sites()).isNotEmpty();
    assertThat(config.toString()).doesNotContain("sixteen");
  }

  @Test
  void readsEveryKeyOfReports() {
    var settings =
        Settings.load(
            null,
            Map.of(
                "SITEPULSE_REPORTS_THREADS", "7",
                "SITEPULSE_REPORTS_TIMEOUT", "3s",
                "SITEPULSE_REPORTS_PER_ACCOUNT", "5"));
    var reports = DashboardConfig.from(settings).reports();
    settings.check();
    assertThat(reports).isEqualTo(new ReportConfig(7, Duration.ofSeconds(3), 5));
  }

  @Test
  void refusesAShortSecretWithoutPrintingIt() {
    var settings = Settings.load(null, Map.of("SITEPULSE_VOTER_SECRET", "hush"));
    DashboardConfig.from(settings);
    assertThatThrownBy(settings::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("sitepulse.voter.secret")
        .hasMessageNotContaining("hush");
  }
}
