package io.sitepulse.ingest;

import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.HttpProcess;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.http.ServiceMain;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The entry point of the collector process. */
public final class IngestMain {
  private IngestMain() {}

  /** Takes at most one argument, the path of a {@code .properties} file. */
  public static void main(String[] arguments) throws Exception {
    ServiceMain.run(arguments, IngestMain::start);
  }

  private static void start(Settings settings) {
    var kafka = KafkaConfig.from(settings);
    var config = IngestConfig.from(settings);
    settings.check();
    var vertx = Vertx.vertx();
    var registry = Metrics.prometheus();
    var readiness = new Readiness();
    var ingest = new Ingest(vertx, config, kafka, registry, readiness, Clock.systemUTC());
    var router = ServiceMain.router(vertx, registry, readiness, ingest::mount);
    var service = new HttpProcess.Service(ingest::start, Future::succeededFuture, ingest::close);
    new HttpProcess(vertx, config.http(), ingest.inFrontOf(router), service).start();
  }
}
