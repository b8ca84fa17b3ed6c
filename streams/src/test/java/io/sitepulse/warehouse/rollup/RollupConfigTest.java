package io.sitepulse.warehouse.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollupConfigTest {

  @Test
  void withoutSettingsTheDefaultsApply() {
    var settings = Settings.load(null, Map.of());

    assertThat(RollupConfig.from(settings))
        .isEqualTo(new RollupConfig(true, Duration.ofSeconds(5), 5000));
    settings.check();
  }

  @Test
  void everySettingIsRead() {
    var settings =
        Settings.load(
            null,
            Map.of(
                "SITEPULSE_ROLLUP_ENABLED", "false",
                "SITEPULSE_ROLLUP_INTERVAL", "1m",
                "SITEPULSE_ROLLUP_MAX_VALUES", "200"));

    assertThat(RollupConfig.from(settings))
        .isEqualTo(new RollupConfig(false, Duration.ofMinutes(1), 200));
    settings.check();
  }
}
