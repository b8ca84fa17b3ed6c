package io.sitepulse.warehouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinkConfigTest {

  @Test
  void withoutSettingsTheDefaultsApply() {
    var settings = Settings.load(null, Map.of());

    assertThat(SinkConfig.from(settings))
        .isEqualTo(
            new SinkConfig(
                true,
                "sitepulse-sink",
                20_000,
                8 * 1024 * 1024,
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(15)));
    settings.check();
  }

  @Test
  void everySettingIsRead() {
    var settings =
        Settings.load(
            null,
            Map.of(
                "SITEPULSE_SINK_ENABLED", "false",
                "SITEPULSE_SINK_GROUP", "rebuild",
                "SITEPULSE_SINK_BATCH_RECORDS", "10",
                "SITEPULSE_SINK_BATCH_BYTES", "2048",
                "SITEPULSE_SINK_LINGER", "50ms",
                "SITEPULSE_SINK_RETRY_FIRST", "2s",
                "SITEPULSE_SINK_RETRY_MOST", "3s"));

    assertThat(SinkConfig.from(settings))
        .isEqualTo(
            new SinkConfig(
                false,
                "rebuild",
                10,
                2048,
                Duration.ofMillis(50),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3)));
    settings.check();
  }
}
