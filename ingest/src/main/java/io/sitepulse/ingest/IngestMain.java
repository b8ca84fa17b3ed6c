package io.sitepulse.ingest;

import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import io.sitepulse.runtime.health.Readiness;
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

/** The collector as a process: lists the parts and starts them. */
public final class IngestMain {
  private static final int BAD_SETTINGS = 2;

  private IngestMain() {}

  /** Takes at most one argument: a {@code .properties} file. */
  public static void main(String[] arguments) {
    Path file = arguments.length == 0 ? null : Path.of(arguments[0]);
    try {
      var settings = Settings.load(file, System.getenv());
      var kafka = KafkaConfig.from(settings);
      var config = IngestConfig.from(settings);
      settings.check();
      run(config, kafka);
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(BAD_SETTINGS);
    }
  }

  private static void run(IngestConfig config, KafkaConfig kafka) {
    var vertx = Vertx.vertx();
    var registry = Metrics.prometheus();
    var readiness = new Readiness();
    var ingest = new Ingest(vertx, config, kafka, registry, readiness, Clock.systemUTC());
    var router = Router.router(vertx);
    router.route().handler(new RouteMetrics(registry));
    new OpsRoutes(vertx, readiness, registry).mount(router);
    ingest.mount(router);
    ProblemHandler.install(router);
    var service = new HttpProcess.Service(ingest::start, Future::succeededFuture, ingest::close);
    new HttpProcess(vertx, config.http(), router, service).start();
  }
}
