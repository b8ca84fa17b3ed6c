package io.sitepulse.local;

import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.dashboard.DashboardConfig;
import io.sitepulse.ingest.IngestConfig;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.local.clickhouse.library.EngineLibrary;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.warehouse.rollup.RollupConfig;
import io.sitepulse.warehouse.sink.SinkConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The modules' settings on this machine: the caller's settings, with a folder for each module. The
 * addresses of Kafka and ClickHouse cannot be set here, because both are embedded.
 *
 * @param operatorNetworks networks that are answered health and metrics
 * @param connections largest number of connections to ClickHouse
 */
public record LocalSettings(
    IngestConfig ingest,
    CountingConfig streams,
    DashboardConfig dashboard,
    SinkConfig sink,
    RollupConfig rollup,
    List<String> operatorNetworks,
    int connections) {

  /**
   * Reads them all.
   *
   * @throws io.sitepulse.runtime.config.SettingsException naming all faults together
   */
  static LocalSettings read(SitepulseOptions options) {
    Settings settings = Settings.load(options.settings(), environment(options));
    var read =
        new LocalSettings(
            IngestConfig.from(settings),
            CountingConfig.from(settings),
            DashboardConfig.from(settings),
            SinkConfig.from(settings),
            RollupConfig.from(settings),
            settings.list("sitepulse.operator.networks", ClientAddress.LOOPBACK),
            ClickHouseConfig.from(settings).connections());
    KafkaConfig.from(settings); // So that its keys are known, when the environment has some.
    settings.check();
    return read;
  }

  /** The connection settings of the embedded ClickHouse. */
  ClickHouseConfig clickHouse(EmbeddedClickHouse server) {
    return clickHouse(server, connections);
  }

  /** The same with a number of connections. */
  static ClickHouseConfig clickHouse(EmbeddedClickHouse server, int connections) {
    return new ClickHouseConfig(server.jdbcUrl(), server.user(), server.password(), connections);
  }

  /** The same for a module in a process of its own, with where the embedded parts are. */
  static Map<String, String> environment(
      SitepulseOptions options, KafkaConfig kafka, EmbeddedClickHouse clickHouse) {
    var environment = new HashMap<>(environment(options));
    environment.put("SITEPULSE_KAFKA_BOOTSTRAP", kafka.bootstrap());
    environment.put("SITEPULSE_KAFKA_CLIENT_PROPERTIES", kafka.security().text());
    environment.put("SITEPULSE_KAFKA_PARTITIONS", Integer.toString(kafka.partitions()));
    environment.put("SITEPULSE_CLICKHOUSE_URL", clickHouse.jdbcUrl());
    environment.put("SITEPULSE_CLICKHOUSE_USER", clickHouse.user());
    environment.put("SITEPULSE_CLICKHOUSE_PASSWORD", clickHouse.password());
    return Map.copyOf(environment);
  }

  private static Map<String, String> environment(SitepulseOptions options) {
    return environment(options.data(), options.environment());
  }

  /**
   * Defaults of the modules that keep files: each gets a folder inside the data folder, unless the
   * caller sets another.
   */
  public static Map<String, String> environment(Path data, Map<String, String> settings) {
    var environment = new HashMap<String, String>();
    environment.put("SITEPULSE_STREAMS_STATE_DIR", data.resolve("streams").toString());
    environment.put("SITEPULSE_DASHBOARD_DATA", data.resolve("dashboard").toString());
    environment.putAll(settings);
    // Of the embedded engine, not of a module, though it looks like one of theirs.
    environment.remove(EngineLibrary.FILE);
    return environment;
  }
}
