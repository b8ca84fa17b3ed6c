package io.sitepulse.streams;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.retention.RecordDeletion;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.http.ServiceMain;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.streams.runner.StreamsService;
import io.sitepulse.streams.topology.StreamsTopology;
import io.sitepulse.warehouse.rollup.MicrometerRollupMetrics;
import io.sitepulse.warehouse.rollup.RollupConfig;
import io.sitepulse.warehouse.rollup.RollupWorker;
import io.sitepulse.warehouse.sink.MicrometerSinkMetrics;
import io.sitepulse.warehouse.sink.Sink;
import io.sitepulse.warehouse.sink.SinkConfig;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The streams process: {@code StreamsMain [settings.properties]}. SIGTERM drains and stops it. */
public final class StreamsMain {
  private static final int DEFAULT_PORT = 8083;

  private StreamsMain() {}

  /**
   * Runs until SIGTERM, or until the topology fails. The failure is thrown, so the exit code is not
   * 0.
   *
   * @param args at most one settings file
   */
  public static void main(String[] args) throws Exception {
    ServiceMain.run(args, StreamsMain::start);
  }

  private static void start(Settings settings) throws Exception {
    KafkaConfig kafka = KafkaConfig.from(settings);
    CountingConfig counting = CountingConfig.from(settings);
    SinkConfig sink = SinkConfig.from(settings);
    RollupConfig rollup = RollupConfig.from(settings);
    ClickHouseConfig clickHouse = ClickHouseConfig.from(settings);
    HttpConfig http = HttpConfig.from(settings, "streams", DEFAULT_PORT);
    settings.check();
    run(kafka, counting, new WarehouseConfig(clickHouse, sink, rollup), http);
  }

  /** Settings of the parts that use ClickHouse. */
  private record WarehouseConfig(
      ClickHouseConfig clickHouse, SinkConfig sink, RollupConfig rollup) {}

  private static void run(
      KafkaConfig kafka, CountingConfig counting, WarehouseConfig warehouse, HttpConfig http)
      throws Exception {
    var clock = Clock.systemUTC();
    var registry = Metrics.prometheus();
    var readiness = new Readiness();
    var vertx = Vertx.vertx();
    try (var clickHouse = new ClickHouse(warehouse.clickHouse());
        var service = StreamsService.start(counting, kafka, registry);
        var sink =
            new Sink(
                warehouse.sink(),
                kafka,
                clickHouse.jdbi(),
                new MicrometerSinkMetrics(registry),
                clock);
        var rollupWorker =
            new RollupWorker(
                warehouse.rollup(),
                clickHouse.jdbi(),
                new MicrometerRollupMetrics(registry),
                clock,
                sink.share());
        var deletion =
            new RecordDeletion(
                kafka.client(),
                counting.applicationId(),
                warehouse.sink().group(),
                StreamsTopology.windowStores(),
                clock)) {
      service.requireIn(readiness);
      if (warehouse.sink().enabled()) {
        readiness.require("clickhouse", sink.start()::isClickHouseResponding);
        rollupWorker.start();
        deletion.start();
      }
      var router = ServiceMain.router(vertx, registry, readiness, routes -> {});
      new HttpPort(vertx, http).open(router).await();
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> close(service, rollupWorker, sink), "drain"));
      service.completion().join();
    } finally {
      vertx.close();
    }
  }

  /** Closes the counting first, so that the sink still writes its last output. */
  private static void close(StreamsService service, RollupWorker rollupWorker, Sink sink) {
    service.close();
    rollupWorker.close();
    sink.close();
  }
}
