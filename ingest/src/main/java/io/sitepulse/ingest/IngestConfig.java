package io.sitepulse.ingest;

import io.sitepulse.ingest.kafka.EventProducerConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.HttpConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the collector.
 *
 * @param http port and trusted proxies
 * @param producer settings of the Kafka producer
 * @param eventsInFlight limit of events in flight. Above it, clients get 503.
 * @param userAgents size of the cache of user agents
 * @param saltTimeout longest time an event waits for the salt of its day
 * @param faultsInterval time between two writes of the numbers of refused events
 * @param geoip MMDB file with the countries of addresses, or null for none
 */
public record IngestConfig(
    HttpConfig http,
    EventProducerConfig producer,
    int eventsInFlight,
    int userAgents,
    Duration saltTimeout,
    Duration faultsInterval,
    @Nullable Path geoip) {
  public static final int DEFAULT_PORT = 8081;
  public static final int DEFAULT_LINGER_MS = 0;
  public static final int DEFAULT_BUFFER_MIB = 64;
  public static final Duration DEFAULT_DELIVERY_TIMEOUT = Duration.ofSeconds(10);
  public static final int DEFAULT_EVENTS_IN_FLIGHT = 50_000;
  public static final int DEFAULT_USER_AGENTS = 20_000;
  public static final Duration DEFAULT_SALT_TIMEOUT = Duration.ofSeconds(5);
  public static final Duration DEFAULT_FAULTS_INTERVAL = Duration.ofMinutes(1);

  /** Setting of {@link #geoip}. */
  public static final String GEOIP = "sitepulse.ingest.geoip";

  private static final String PREFIX = "sitepulse.ingest.";
  private static final long MIB = 1024 * 1024;

  /** Reads {@code sitepulse.ingest.*}. */
  public static IngestConfig from(Settings settings) {
    return new IngestConfig(
        HttpConfig.from(settings, "ingest", DEFAULT_PORT),
        producer(settings),
        settings.integer(PREFIX + "events-in-flight", DEFAULT_EVENTS_IN_FLIGHT, 500, 10_000_000),
        settings.integer(PREFIX + "user-agents-cached", DEFAULT_USER_AGENTS, 100, 1_000_000),
        settings.duration(PREFIX + "salt-patience", DEFAULT_SALT_TIMEOUT),
        settings.duration(PREFIX + "faults-interval", DEFAULT_FAULTS_INTERVAL),
        geoip(settings));
  }

  private static @Nullable Path geoip(Settings settings) {
    String file = settings.text(GEOIP, "");
    return file.isEmpty() ? null : Path.of(file);
  }

  private static EventProducerConfig producer(Settings settings) {
    return new EventProducerConfig(
        settings.integer(PREFIX + "linger-ms", DEFAULT_LINGER_MS, 0, 1_000),
        settings.integer(PREFIX + "buffer-mib", DEFAULT_BUFFER_MIB, 1, 65_536) * MIB,
        settings.duration(PREFIX + "delivery-timeout", DEFAULT_DELIVERY_TIMEOUT));
  }
}
