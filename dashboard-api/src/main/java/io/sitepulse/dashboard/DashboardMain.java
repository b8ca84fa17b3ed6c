package io.sitepulse.dashboard;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.dashboard.seed.SeedException;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpProcess;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.http.ServiceMain;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;

/** The process of dashboard-api: creates its parts and starts them. */
public final class DashboardMain {
  /** The default of {@code sitepulse.dashboard.port}. */
  public static final int DEFAULT_PORT = 8082;

  private DashboardMain() {}

  /**
   * Runs the process.
   *
   * @param arguments none, or the path of a {@code .properties} file
   */
  public static void main(String[] arguments) throws Exception {
    ServiceMain.run(arguments, DashboardMain::start);
  }

  private static void start(Settings settings) {
    var http = HttpConfig.from(settings, "dashboard", DEFAULT_PORT);
    var kafka = KafkaConfig.from(settings);
    var store = ClickHouseConfig.from(settings);
    var config = DashboardConfig.from(settings);
    settings.check();
    try {
      run(http, kafka, store, config);
    } catch (SeedException e) {
      throw new SettingsException(List.of(String.valueOf(e.getMessage())));
    }
  }

  private static void run(
      HttpConfig http, KafkaConfig kafka, ClickHouseConfig store, DashboardConfig config) {
    var vertx = Vertx.vertx();
    var registry = Metrics.prometheus();
    var readiness = new Readiness();
    var clickHouse = new ClickHouse(store);
    var dashboard =
        new Dashboard(vertx, config, kafka, clickHouse.jdbi(), registry, Clock.systemUTC());
    dashboard.addTo(readiness);
    var router = ServiceMain.router(vertx, registry, readiness, dashboard::mount);
    var service =
        new HttpProcess.Service(
            () -> start(dashboard, http),
            dashboard::endStreams,
            () -> end(vertx, dashboard, clickHouse));
    new HttpProcess(vertx, http, router, service).start();
  }

  private static Future<?> start(Dashboard dashboard, HttpConfig http) {
    dashboard.start();
    dashboard.definitionsLoaded().onSuccess(done -> SetupLink.print(dashboard.accounts(), http));
    return Future.succeededFuture();
  }

  private static Future<?> end(Vertx vertx, Dashboard dashboard, ClickHouse clickHouse) {
    return vertx.executeBlocking(
        () -> {
          dashboard.close();
          clickHouse.close();
          return null;
        },
        false);
  }
}
