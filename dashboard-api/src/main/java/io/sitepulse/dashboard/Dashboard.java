package io.sitepulse.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.dashboard.kafka.KafkaDefinitions;
import io.sitepulse.dashboard.kafka.KafkaHealthCheck;
import io.sitepulse.dashboard.kafka.KafkaVoteProducer;
import io.sitepulse.dashboard.kafka.ReadYourWrites;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.dashboard.seed.Seed;
import io.sitepulse.dashboard.seed.SeedTables;
import io.sitepulse.dashboard.seed.Seeder;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.table.TopicTable;
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
  private final TopicTables topicTables;
  private final KafkaVoteProducer box;
  private final KafkaDefinitions definitions;
  private final Jdbi jdbi;
  private final KafkaHealthCheck pulse;
  private final DashboardMetrics metrics;
  private final DashboardRoutes routes;
  private final Thread starting = new Thread(this::read, "dashboard-start");

  /**
   * Assembles the module.
   *
   * @param jdbi ClickHouse, for reports only; it may be away
   * @throws io.sitepulse.dashboard.seed.SeedException if the seed file cannot be used
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
    this.metrics = new MicrometerDashboardMetrics(registry);
    this.seed = config.definitions().load();
    this.topicTables = new TopicTables(kafka.client());
    this.box = new KafkaVoteProducer(vertx, kafka.client(), config.votes(), registry);
    this.definitions =
        new KafkaDefinitions(kafka.client(), topicTables.addTo(new ReadYourWrites(vertx)), clock);
    this.jdbi = jdbi;
    this.pulse = new KafkaHealthCheck(kafka.client());
    this.routes = new DashboardRoutes(vertx, config, sources(), metrics, registry, clock);
    topicTables.require(readiness);
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
    return Future.fromCompletionStage(topicTables.definitionsKnown());
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
    topicTables.close();
  }

  private DashboardRoutes.Sources sources() {
    return new DashboardRoutes.Sources(
        TopicTable.of(topicTables.sites),
        TopicTable.of(topicTables.counters),
        TopicTable.of(topicTables.polls),
        TopicTable.of(topicTables.tallies),
        box,
        new ManageSources(
            new ManageSources.Tables(
                TopicTable.of(topicTables.sites),
                TopicTable.of(topicTables.groups),
                TopicTable.of(topicTables.polls),
                TopicTable.of(topicTables.tallies),
                TopicTable.of(topicTables.counters),
                TopicTable.of(topicTables.targets),
                TopicTable.of(topicTables.accounts)),
            definitions,
            jdbi));
  }

  private void read() {
    try {
      // A table of a topic that is not there would be empty for ever.
      TopicSetup.createOnceKafkaAnswers(kafka, () -> false);
      topicTables.start();
      topicTables.definitionsKnown().get();
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
            TopicTable.of(topicTables.groups),
            TopicTable.of(topicTables.sites),
            TopicTable.of(topicTables.polls),
            TopicTable.of(topicTables.targets));
    new Seeder(definitions, metrics).seed(seed, known);
  }
}
