package io.sitepulse.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.http.Readiness;
import io.sitepulse.contract.kafka.KafkaConfig;
import io.sitepulse.contract.kafka.TopicSetup;
import io.sitepulse.dashboard.account.Accounts;
import io.sitepulse.dashboard.definition.Seed;
import io.sitepulse.dashboard.definition.SeedTables;
import io.sitepulse.dashboard.definition.Seeder;
import io.sitepulse.dashboard.kafka.KafkaBallotBox;
import io.sitepulse.dashboard.kafka.KafkaDefinitions;
import io.sitepulse.dashboard.kafka.KafkaPulse;
import io.sitepulse.dashboard.kafka.ReadBack;
import io.sitepulse.dashboard.manage.ManageSources;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole module: its tables, its ballot box, its routes. Opens no port: who composes it mounts
 * its routes.
 *
 * <pre>
 * new ── start() ──▶ topics made ──▶ tables read ──▶ seed planted, ready ── close() ──▶ drained
 *  └ seed and secret are read: faults show here
 * </pre>
 */
public final class Dashboard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
  private static final long DRAIN_SECONDS = 5;

  private final KafkaConfig kafka;
  private final Seed seed;
  private final Tables tables;
  private final KafkaBallotBox box;
  private final KafkaDefinitions definitions;
  private final Jdbi jdbi;
  private final KafkaPulse pulse;
  private final DashboardMetrics metrics;
  private final DashboardRoutes routes;
  private final Thread starting = new Thread(this::read, "dashboard-start");

  /**
   * Assembles the module.
   *
   * @param jdbi ClickHouse, for reports only; it may be away
   * @throws io.sitepulse.dashboard.definition.SeedException if the seed file cannot be used
   */
  public Dashboard(
      Vertx vertx,
      DashboardConfig config,
      KafkaConfig kafka,
      Jdbi jdbi,
      MeterRegistry registry,
      Readiness readiness,
      Clock clock) {
    this.kafka = kafka;
    this.metrics = new MeterDashboardMetrics(registry);
    this.seed = config.definitions().load();
    this.tables = new Tables(kafka.client());
    this.box = new KafkaBallotBox(vertx, kafka.client(), config.votes(), registry);
    this.definitions =
        new KafkaDefinitions(kafka.client(), tables.addTo(new ReadBack(vertx)), clock);
    this.jdbi = jdbi;
    this.pulse = new KafkaPulse(kafka.client());
    this.routes = new DashboardRoutes(vertx, config, sources(), metrics, registry, clock);
    tables.require(readiness);
    readiness.require("kafka", pulse::answers);
    starting.setDaemon(true);
  }

  /** Adds the module's routes. */
  public void mount(Router router) {
    routes.mount(router);
  }

  /** Begins to read, without waiting; what the seed has and Kafka has not is written. */
  public void start() {
    pulse.start();
    routes.start();
    starting.start();
  }

  /** Signing in; to be asked about accounts once {@link #definitionsKnown}. */
  public Accounts accounts() {
    return routes.accounts();
  }

  /** Completes once all definitions there were at the start have been read. */
  public Future<Void> definitionsKnown() {
    return Future.fromCompletionStage(tables.definitionsKnown());
  }

  /** Ends all event streams cleanly and opens no more; to be called before the port closes. */
  public Future<Void> endStreams() {
    return routes.close();
  }

  /** Ends event streams, lets votes under way finish, stops reading. */
  @Override
  public void close() {
    starting.interrupt();
    try {
      endStreams().toCompletionStage().toCompletableFuture().get(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("event streams did not end in time");
    }
    box.close();
    routes.accounts().close();
    routes.reporting().close();
    definitions.close();
    pulse.close();
    tables.close();
  }

  private DashboardRoutes.Sources sources() {
    return new DashboardRoutes.Sources(
        Table.of(tables.sites),
        Table.of(tables.counters),
        Table.of(tables.polls),
        Table.of(tables.tallies),
        box,
        new ManageSources(
            Table.of(tables.sites),
            Table.of(tables.groups),
            Table.of(tables.polls),
            Table.of(tables.tallies),
            Table.of(tables.counters),
            Table.of(tables.targets),
            Table.of(tables.accounts),
            definitions,
            jdbi));
  }

  private void read() {
    try {
      // A table of a topic that is not there would be empty for ever.
      TopicSetup.createOnceKafkaAnswers(kafka, () -> false);
      tables.start();
      tables.definitionsKnown().get();
      plant();
    } catch (InterruptedException e) {
      LOG.debug("closed before it was ready");
    } catch (ExecutionException | RuntimeException e) {
      LOG.error("definitions could not be read or written", e);
    }
  }

  private void plant() throws InterruptedException {
    var known =
        new SeedTables(
            Table.of(tables.groups),
            Table.of(tables.sites),
            Table.of(tables.polls),
            Table.of(tables.targets));
    new Seeder(definitions, metrics).plant(seed, known);
  }
}
