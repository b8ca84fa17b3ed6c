package io.sitepulse.ingest;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.ingest.kafka.EventProducerConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.HttpConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
  @Test
  void hasDefaults() {
    var settings = Settings.load(null, Map.of());

    var config = IngestConfig.from(settings);

    settings.check();
    assertThat(config)
        .isEqualTo(
            new IngestConfig(
                new HttpConfig("127.0.0.1", 8081, ClientAddress.LOOPBACK),
                new EventProducerConfig(0, 64L * 1024 * 1024, Duration.ofSeconds(10)),
                50_000,
                20_000,
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                null));
  }

  @Test
  void everyKeyCanBeSet() {
    var settings =
        Settings.load(
            null,
            Map.ofEntries(
                entry("SITEPULSE_INGEST_HOST", "0.0.0.0"),
                entry("SITEPULSE_INGEST_PORT", "9000"),
                entry("SITEPULSE_INGEST_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1/32"),
                entry("SITEPULSE_INGEST_LINGER_MS", "5"),
                entry("SITEPULSE_INGEST_BUFFER_MIB", "32"),
                entry("SITEPULSE_INGEST_DELIVERY_TIMEOUT", "4s"),
                entry("SITEPULSE_INGEST_EVENTS_IN_FLIGHT", "1000"),
                entry("SITEPULSE_INGEST_USER_AGENTS_CACHED", "500"),
                entry("SITEPULSE_INGEST_SALT_PATIENCE", "2s"),
                entry("SITEPULSE_INGEST_GEOIP", "/srv/geoip.mmdb"),
                entry("SITEPULSE_INGEST_FAULTS_INTERVAL", "20s")));

    var config = IngestConfig.from(settings);

    settings.check();
    assertThat(config)
        .isEqualTo(
            new IngestConfig(
                new HttpConfig("0.0.0.0", 9000, List.of("10.0.0.0/8", "192.0.2.1/32")),
                new EventProducerConfig(5, 32L * 1024 * 1024, Duration.ofSeconds(4)),
                1_000,
                500,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Path.of("/srv/geoip.mmdb")));
  }
}
