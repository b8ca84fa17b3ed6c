package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountConfigTest {
  @Test
  void withoutSettingsTheDefaultsApply() {
    assertThat(AccountConfig.from(Settings.load(null, Map.of()))).isEqualTo(AccountConfig.DEFAULT);
  }

  @Test
  void everyKeyIsRead() {
    var settings =
        Settings.load(
            null,
            Map.of(
                "SITEPULSE_DASHBOARD_DATA", "elsewhere",
                "SITEPULSE_SESSION_SECRET", "seventeen letters",
                "SITEPULSE_SESSION_IDLE", "1h",
                "SITEPULSE_SESSION_LIFE", "2d",
                "SITEPULSE_SESSION_SECOND_FACTOR", "administrators"));
    AccountConfig config = AccountConfig.from(settings);
    settings.check();
    assertThat(config.secret()).isPresent();
    assertThat(config.data()).isEqualTo(Path.of("elsewhere"));
    assertThat(config.idle()).isEqualTo(Duration.ofHours(1));
    assertThat(config.life()).isEqualTo(Duration.ofDays(2));
    assertThat(config.secondFactorRequired()).isTrue();
    assertThat(config.toString()).doesNotContain("seventeen");
  }

  @Test
  void passwordsAreSwitchedOffBesideAProviderOnly() {
    var provider =
        Map.of(
            "SITEPULSE_OIDC_ISSUER", "https://id.example.gov.vn",
            "SITEPULSE_OIDC_CLIENT_ID", "sitepulse");
    assertThat(AccountConfig.from(Settings.load(null, provider)).passwordsEnabled()).isTrue();
    var hour = AccountConfig.from(Settings.load(null, provider)).oidc().orElseThrow();
    assertThat(hour.sessionLife()).isEqualTo(Duration.ofHours(1));
    var off = new HashMap<>(provider);
    off.put("SITEPULSE_OIDC_SESSION_LIFE", "10m");
    var shorter = AccountConfig.from(Settings.load(null, off)).oidc().orElseThrow();
    assertThat(shorter.sessionLife()).isEqualTo(Duration.ofMinutes(10));
    off.put("SITEPULSE_OIDC_ONLY", "true");
    assertThat(AccountConfig.from(Settings.load(null, off)).passwordsEnabled()).isFalse();
    var alone = Settings.load(null, Map.of("SITEPULSE_OIDC_ONLY", "true"));
    assertThatThrownBy(() -> AccountConfig.from(alone))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("sitepulse.oidc.issuer is required with sitepulse.oidc.only");
  }

  @Test
  void aShortSecretIsRefusedWithoutShowingIt() {
    var settings = Settings.load(null, Map.of("SITEPULSE_SESSION_SECRET", "hush"));
    AccountConfig.from(settings);
    assertThatThrownBy(settings::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("sitepulse.session.secret")
        .hasMessageNotContaining("hush");
  }
}
