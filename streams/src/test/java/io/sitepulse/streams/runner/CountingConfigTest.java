package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountingConfigTest {
  @Test
  void withoutSettingsTheDefaultsApply() {
    assertThat(CountingConfig.from(Settings.load(null, Map.of())))
        .isEqualTo(
            new CountingConfig(
                "sitepulse-streams",
                Path.of("data/streams"),
                2,
                Duration.ofMillis(50),
                Duration.ofMillis(25),
                -1,
                new Takeover(0, Duration.ofSeconds(10)),
                256));
  }

  @Test
  void everySettingIsRead() {
    var settings =
        Settings.load(
            null,
            Map.of(
                "SITEPULSE_STREAMS_APPLICATION_ID", "other",
                "SITEPULSE_STREAMS_STATE_DIR", "elsewhere",
                "SITEPULSE_STREAMS_THREADS", "4",
                "SITEPULSE_STREAMS_COMMIT_INTERVAL", "1s",
                "SITEPULSE_STREAMS_HAND_OVER_INTERVAL", "PT0.5S",
                "SITEPULSE_STREAMS_REPLICATION_FACTOR", "3",
                "SITEPULSE_STREAMS_STANDBY_REPLICAS", "1",
                "SITEPULSE_STREAMS_SESSION_TIMEOUT", "3s",
                "SITEPULSE_STREAMS_STORE_MEMORY_MB", "512"));

    assertThat(CountingConfig.from(settings))
        .isEqualTo(
            new CountingConfig(
                "other",
                Path.of("elsewhere"),
                4,
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                3,
                new Takeover(1, Duration.ofSeconds(3)),
                512));
    settings.check();
  }
}
