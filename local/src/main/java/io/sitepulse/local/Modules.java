package io.sitepulse.local;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.dashboard.Dashboard;
import io.sitepulse.ingest.Ingest;
import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.retention.RecordDeletion;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.OpsRoutes;
import io.sitepulse.runtime.http.ProblemHandler;
import io.sitepulse.runtime.http.RouteMetrics;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.streams.runner.StreamsService;
import io.sitepulse.streams.topology.StreamsTopology;
import io.sitepulse.warehouse.rollup.MicrometerRollupMetrics;
import io.sitepulse.warehouse.rollup.RollupWorker;
import io.sitepulse.warehouse.sink.MicrometerSinkMetrics;
import io.sitepulse.warehouse.sink.Sink;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** The modules in this process: one broker, one clock, one registry, one port for all. */
final class Modules {
  private final SitepulseOptions options;
  private final LocalSettings settings;
  private final KafkaConfig kafka;
  private final Shared shared;

  /** Resources that all modules of the instance share. */
  record Shared(
      Vertx vertx, PrometheusMeterRegistry registry, Readiness readiness, Components parts) {}

  Modules(SitepulseOptions options, LocalSettings settings, KafkaConfig kafka, Shared shared) {
    this.options = options;
    this.settings = settings;
    this.kafka = kafka;
    this.shared = shared;
  }

  Ingest ingest() {
    var ingest =
        new Ingest(
            shared.vertx(),
            settings.ingest(),
            kafka,
            shared.registry(),
            shared.readiness(),
            options.clock());
    shared.parts().add(Component.INGEST, () -> ingest.close().await());
    ingest.start().await();
    return ingest;
  }

  Dashboard dashboard(EmbeddedClickHouse server) {
    var clickHouse = new ClickHouse(settings.clickHouse(server));
    var dashboard =
        new Dashboard(
            shared.vertx(),
            settings.dashboard(),
            kafka,
            clickHouse.jdbi(),
            shared.registry(),
            options.clock());
    dashboard.addTo(shared.readiness());
    shared
        .parts()
        .add(
            Component.DASHBOARD,
            () -> {
              dashboard.close();
              clickHouse.close();
            });
    dashboard.start();
    return dashboard;
  }

  Optional<StreamsService> streams() throws ExecutionException, InterruptedException {
    if (!options.counting()) {
      return Optional.empty();
    }
    var service = StreamsService.start(settings.streams(), kafka, shared.registry());
    shared.parts().add(Component.STREAMS, service);
    service.requireIn(shared.readiness());
    return Optional.of(service);
  }

  /**
   * Starts the sink, the rollup worker and the deletion of expired records if the settings want
   * them. They use the machine's own clock.
   */
  Optional<Sink> sink(EmbeddedClickHouse server) {
    if (!settings.sink().enabled()) {
      return Optional.empty();
    }
    var clickHouse = new ClickHouse(settings.clickHouse(server));
    var metrics = new MicrometerSinkMetrics(shared.registry());
    var sink = new Sink(settings.sink(), kafka, clickHouse.jdbi(), metrics, Clock.systemUTC());
    var rollups =
        new RollupWorker(
            settings.rollup(),
            clickHouse.jdbi(),
            new MicrometerRollupMetrics(shared.registry()),
            Clock.systemUTC(),
            sink.share());
    var deletion =
        new RecordDeletion(
            kafka.client(),
            settings.streams().applicationId(),
            settings.sink().group(),
            StreamsTopology.windowStores(),
            Clock.systemUTC());
    shared
        .parts()
        .add(
            Component.SINK,
            () -> {
              deletion.close();
              rollups.close();
              sink.close();
              clickHouse.close();
            });
    shared.readiness().require("clickhouse", sink.start()::isClickHouseResponding);
    rollups.start();
    deletion.start();
    return Optional.of(sink);
  }

  Handler<HttpServerRequest> requests(Ingest ingest, Dashboard dashboard) {
    var router = Router.router(shared.vertx());
    router.route().handler(new RouteMetrics(shared.registry()));
    var clients = new ClientAddress(settings.dashboard().trustedProxies());
    new OperatorAccess(clients, settings.operatorNetworks()).mount(router);
    new OpsRoutes(shared.vertx(), shared.readiness(), shared.registry()).mount(router);
    ingest.mount(router);
    // Before the dashboard, which takes the root of the server if nothing else does.
    options.more().accept(router);
    dashboard.mount(router);
    ProblemHandler.install(router);
    return ingest.inFrontOf(router);
  }
}
