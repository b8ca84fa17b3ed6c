package io.sitepulse.bench.store;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.warehouse.sink.MicrometerSinkMetrics;
import io.sitepulse.warehouse.sink.Sink;
import io.sitepulse.warehouse.sink.SinkConfig;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** The product's sink alone in a process, without the counting and the rollups. */
public final class SinkMain {
  private SinkMain() {}

  /** Runs until SIGTERM. */
  public static void main(String[] arguments) throws InterruptedException {
    var settings = Settings.load(null, System.getenv());
    var clickHouse = new ClickHouse(ClickHouseConfig.from(settings));
    var sink =
        new Sink(
            SinkConfig.from(settings),
            KafkaConfig.from(settings),
            clickHouse.jdbi(),
            new MicrometerSinkMetrics(Metrics.prometheus()),
            Clock.systemUTC());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  sink.close();
                  clickHouse.close();
                },
                "close"));
    sink.start();
    new CountDownLatch(1).await();
  }
}
