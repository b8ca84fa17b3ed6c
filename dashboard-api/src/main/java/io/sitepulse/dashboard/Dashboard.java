package io.sitepulse.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.dashboard.kafka.KafkaDefinitions;
import io.sitepulse.dashboard.kafka.KafkaVoteProducer;
import io.sitepulse.dashboard.kafka.ReadYourWrites;
import io.sitepulse.dashboard.seed.Seed;
import io.sitepulse.dashboard.seed.Seeder;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.KafkaHealthCheck;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dashboard module: topic tables, vote producer and routes. It opens no port. The caller mounts
 * the routes on its own router.
 *
 * <pre>
 * new ── start() ──▶ topics created ──▶ tables loaded ──▶ seed written, ready ── close() ──▶ drained
 *  └ reads seed file and secrets, throws if they are invalid
 * </pre>
 */
public final class Dashboard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
  private static final long DRAIN_SECONDS = 5;
  private static final Duration HEALTH_CHECK_DELAY = Duration.ofSeconds(3);

  private final KafkaConfig kafka;
  private final Seed seed;
  private final TopicTables topicTables;
  private final KafkaVoteProducer votes;
  private final KafkaDefinitions definitions;
  private final KafkaHealthCheck kafkaHealth;
  private final DashboardRoutes routes;
  private final Thread starting = new Thread(this::initialize, "dashboard-start");
  private final CompletableFuture<Set<String>> seeded = new CompletableFuture<>();

  /**
   * Creates the module.
   *
   * @param jdbi ClickHouse, for reports only. It may be unavailable
   * @throws io.sitepulse.dashboard.seed.SeedException if the seed file cannot be used
   */
  public Dashboard(
      Vertx vertx,
      DashboardConfig config,
      KafkaConfig kafka,
      Jdbi jdbi,
      MeterRegistry registry,
      Clock clock) {
    this.kafka = kafka;
    this.seed = config.definitions().load();
    this.topicTables = new TopicTables(kafka.client());
    this.votes = new KafkaVoteProducer(vertx, kafka.client(), config.votes(), registry);
    this.definitions =
        new KafkaDefinitions(
            vertx, kafka.client(), topicTables.addTo(new ReadYourWrites(vertx)), clock);
    topicTables.restoreAccounts(vertx, definitions);
    this.kafkaHealth = new KafkaHealthCheck(kafka.client(), HEALTH_CHECK_DELAY, () -> {});
    this.routes =
        new DashboardRoutes(
            vertx, config, topicTables.sources(definitions, jdbi), votes, registry, clock);
    starting.setDaemon(true);
  }

  /** Registers the conditions under which the module is ready. */
  public void addTo(Readiness readiness) {
    topicTables.addTo(readiness);
    readiness.require("kafka", kafkaHealth::isResponding);
    readiness.warn(kafkaHealth::clockWarnings);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    new LoadingGuard(Future.fromCompletionStage(topicTables.loaded())).mount(router);
    routes.mount(router);
  }

  /**
   * Starts in the background: loads the tables, then writes seed definitions Kafka does not have.
   */
  public void start() {
    kafkaHealth.start();
    routes.start();
    starting.start();
  }

  /** The accounts. They are complete once {@link #definitionsLoaded} has completed. */
  public Accounts accounts() {
    return routes.accounts();
  }

  /** Completes once all definitions that existed at the start have been loaded. */
  public Future<Void> definitionsLoaded() {
    return Future.fromCompletionStage(topicTables.definitionsLoaded());
  }

  /**
   * Completes with the ids of the seed's sites once its definitions have been written, or with none
   * if they cannot be.
   */
  public Future<Set<String>> seeded() {
    return Future.fromCompletionStage(seeded);
  }

  /** Ends all event streams cleanly and refuses new ones. Call it before the port is closed. */
  public Future<Void> endStreams() {
    return routes.close();
  }

  /** Ends event streams, waits for votes in flight, and stops the tables. */
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
    votes.close();
    routes.accounts().close();
    routes.reporting().close();
    definitions.close();
    kafkaHealth.close();
    topicTables.close();
  }

  private void initialize() {
    try {
      // A table of a missing topic would stay empty.
      TopicSetup.createOnceKafkaAnswers(kafka, () -> false);
      topicTables.start();
      topicTables.definitionsLoaded().get();
      new Seeder(definitions, routes.metrics()).seed(seed, topicTables.seedTables());
      seeded.complete(seed.sites().stream().map(Site::id).collect(Collectors.toUnmodifiableSet()));
    } catch (InterruptedException e) {
      LOG.debug("closed before the start was complete");
    } catch (ExecutionException | RuntimeException e) {
      LOG.atError().setCause(e).log("cannot load or seed definitions");
    } finally {
      seeded.complete(Set.of());
    }
  }
}
