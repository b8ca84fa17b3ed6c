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
import io.sitepulse.runtime.http.OpsRoutes;
import io.sitepulse.runtime.http.ProblemHandler;
import io.sitepulse.runtime.http.RouteMetrics;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;

/** The process of dashboard-api: creates its parts and starts them. */
public final class DashboardMain {
  /** The default of {@code sitepulse.dashboard.port}. */
  public static final int DEFAULT_PORT = 8082;

  private static final int BAD_SETTINGS = 2;

  private DashboardMain() {}

  /**
   * Runs the process.
   *
   * @param arguments none, or the path of a {@code .properties} file
   */
  public static void main(String[] arguments) {
    Path file = arguments.length == 0 ? null : Path.of(arguments[0]);
    try {
      var settings = Settings.load(file, System.getenv());
      var http = HttpConfig.from(settings, "dashboard", DEFAULT_PORT);
      var kafka = KafkaConfig.from(settings);
      var store = ClickHouseConfig.from(settings);
      var config = DashboardConfig.from(settings);
      settings.check();
      run(http, kafka, store, config);
    } catch (SettingsException | SeedException e) {
      System.err.println(e.getMessage());
      System.exit(BAD_SETTINGS);
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
    var router = Router.router(vertx);
    router.route().handler(new RouteMetrics(registry));
    new OpsRoutes(vertx, readiness, registry).mount(router);
    dashboard.mount(router);
    ProblemHandler.install(router);
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
