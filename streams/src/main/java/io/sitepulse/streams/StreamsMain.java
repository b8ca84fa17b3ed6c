package io.sitepulse.streams;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.http.OpsRoutes;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.streams.runner.StreamsService;
import io.sitepulse.warehouse.rollup.MicrometerRollupMetrics;
import io.sitepulse.warehouse.rollup.RollupConfig;
import io.sitepulse.warehouse.rollup.RollupWorker;
import io.sitepulse.warehouse.sink.MicrometerSinkMetrics;
import io.sitepulse.warehouse.sink.Sink;
import io.sitepulse.warehouse.sink.SinkConfig;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;

/** The streams process: {@code StreamsMain [settings.properties]}. SIGTERM drains and ends it. */
public final class StreamsMain {
  private static final int DEFAULT_PORT = 8083;

  private StreamsMain() {}

  /**
   * Runs until it is told to end, or until counting ends by itself: then with the fault, so that
   * the exit code is not 0.
   *
   * @param args a settings file, or nothing
   */
  public static void main(String[] args) throws Exception {
    Settings settings = Settings.load(args.length > 0 ? Path.of(args[0]) : null, System.getenv());
    KafkaConfig kafka = KafkaConfig.from(settings);
    CountingConfig counting = CountingConfig.from(settings);
    SinkConfig sinking = SinkConfig.from(settings);
    RollupConfig rolling = RollupConfig.from(settings);
    ClickHouseConfig store = ClickHouseConfig.from(settings);
    HttpConfig http = HttpConfig.from(settings, "streams", DEFAULT_PORT);
    settings.check();
    run(kafka, counting, new Storing(store, sinking, rolling), http);
  }

  /** What works on ClickHouse, and where that is. */
  private record Storing(ClickHouseConfig store, SinkConfig sink, RollupConfig rollup) {}

  private static void run(
      KafkaConfig kafka, CountingConfig counting, Storing storing, HttpConfig http)
      throws Exception {
    var clock = Clock.systemUTC();
    var registry = Metrics.prometheus();
    var readiness = new Readiness();
    var vertx = Vertx.vertx();
    try (var clickHouse = new ClickHouse(storing.store());
        var service = StreamsService.start(counting, kafka, registry, clock);
        var sink =
            new Sink(
                storing.sink(),
                kafka,
                clickHouse.jdbi(),
                new MicrometerSinkMetrics(registry),
                clock);
        var rollupWorker =
            new RollupWorker(
                storing.rollup(),
                clickHouse.jdbi(),
                new MicrometerRollupMetrics(registry),
                clock)) {
      service.requireIn(readiness);
      if (storing.sink().enabled()) {
        readiness.require("clickhouse", sink.start()::isClickHouseResponding);
        rollupWorker.start();
      }
      var router = Router.router(vertx);
      new OpsRoutes(vertx, readiness, registry).mount(router);
      new HttpPort(vertx, http).open(router).await();
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> end(service, rollupWorker, sink), "drain"));
      service.ended().join();
    } finally {
      vertx.close();
    }
  }

  /** Counting ends first, so that the sink still takes along what was counted last. */
  private static void end(StreamsService service, RollupWorker rollupWorker, Sink sink) {
    service.close();
    rollupWorker.close();
    sink.close();
  }
}
