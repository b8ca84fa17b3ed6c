package io.sitepulse.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.http.Readiness;
import io.sitepulse.contract.kafka.KafkaConfig;
import io.sitepulse.dashboard.definition.Seed;
import io.sitepulse.dashboard.definition.Seeder;
import io.sitepulse.dashboard.kafka.KafkaBallotBox;
import io.sitepulse.dashboard.kafka.KafkaDefinitionLog;
import io.sitepulse.dashboard.kafka.KafkaPulse;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole module: its tables, its ballot box, its routes. Opens no port: who composes it mounts
 * its routes.
 *
 * <pre>
 * new (settings, seed and secret are read; faults show here) ── start() ──▶ reading ──▶ ready ── close() ──▶ drained
 * </pre>
 */
public final class Dashboard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
  private static final long DRAIN_SECONDS = 5;

  private final KafkaConfig kafka;
  private final Seed seed;
  private final Tables tables;
  private final KafkaBallotBox box;
  private final KafkaPulse pulse;
  private final DashboardMetrics metrics;
  private final DashboardRoutes routes;

  /**
   * Assembles the module.
   *
   * @throws io.sitepulse.dashboard.definition.SeedException if the seed file cannot be used
   */
  public Dashboard(
      Vertx vertx,
      DashboardConfig config,
      KafkaConfig kafka,
      MeterRegistry registry,
      Readiness readiness,
      Clock clock) {
    this.kafka = kafka;
    this.metrics = new MeterDashboardMetrics(registry);
    this.seed = config.definitions().load();
    this.tables = new Tables(kafka.client());
    this.box =
        new KafkaBallotBox(
            vertx,
            kafka.client(),
            config.votes().maxInFlight(),
            config.votes().timeout(),
            registry);
    this.pulse = new KafkaPulse(kafka.client());
    var sources =
        new DashboardRoutes.Sources(
            Table.of(tables.sites),
            Table.of(tables.counters),
            Table.of(tables.polls),
            Table.of(tables.tallies),
            box);
    this.routes = new DashboardRoutes(vertx, config, sources, metrics, clock);
    tables.require(readiness);
    readiness.require("kafka", pulse::answers);
  }

  /** Adds the module's routes. */
  public void mount(Router router) {
    routes.mount(router);
  }

  /** Begins to read. The topics must exist; what the seed has and Kafka has not is written. */
  public void start() {
    tables.start();
    pulse.start();
    routes.start();
    var planting = new Thread(this::plant, "seed");
    planting.setDaemon(true);
    planting.start();
  }

  /** Ends event streams, lets votes under way finish, stops reading. */
  @Override
  public void close() {
    try {
      routes.close().toCompletionStage().toCompletableFuture().get(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("event streams did not end in time");
    }
    box.close();
    pulse.close();
    tables.close();
  }

  private void plant() {
    try (var log = new KafkaDefinitionLog(kafka.client())) {
      tables.definitionsKnown().get();
      new Seeder(log, metrics).plant(seed, Table.of(tables.sites), Table.of(tables.polls));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      LOG.error("the seed could not be planted", e);
    }
  }
}
