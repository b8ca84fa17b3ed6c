package io.sitepulse.dashboard;

import io.sitepulse.contract.config.Settings;
import io.sitepulse.contract.http.HttpConfig;
import io.sitepulse.contract.http.HttpPort;
import io.sitepulse.contract.http.Metrics;
import io.sitepulse.contract.http.OpsRoutes;
import io.sitepulse.contract.http.ProblemHandler;
import io.sitepulse.contract.http.Readiness;
import io.sitepulse.contract.http.RouteMetrics;
import io.sitepulse.contract.kafka.KafkaConfig;
import io.sitepulse.contract.kafka.TopicSetup;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;

/** Runs dashboard-api as a process of its own: {@code DashboardMain [settings.properties]}. */
public final class DashboardMain {
  private static final int DEFAULT_PORT = 8082;

  private DashboardMain() {}

  /** Starts the process; it ends with SIGTERM, after draining. */
  public static void main(String[] args) throws Exception {
    Settings settings = Settings.load(args.length > 0 ? Path.of(args[0]) : null, System.getenv());
    HttpConfig http = HttpConfig.from(settings, "dashboard", DEFAULT_PORT);
    KafkaConfig kafka = KafkaConfig.from(settings);
    DashboardConfig config = DashboardConfig.from(settings);
    settings.check();

    var vertx = Vertx.vertx();
    var registry = Metrics.prometheus();
    var readiness = new Readiness();
    var dashboard = new Dashboard(vertx, config, kafka, registry, readiness, Clock.systemUTC());
    Router router = Router.router(vertx);
    router.route().handler(new RouteMetrics(registry));
    dashboard.mount(router);
    new OpsRoutes(vertx, readiness, registry).mount(router);
    ProblemHandler.install(router);

    TopicSetup.createMissing(kafka.client(), kafka.partitions());
    dashboard.start();
    HttpPort.open(vertx, http, router).await();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  dashboard.close();
                  vertx.close().await();
                }));
  }
}
