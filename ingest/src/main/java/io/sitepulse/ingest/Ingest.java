package io.sitepulse.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.contract.http.Readiness;
import io.sitepulse.contract.kafka.KafkaConfig;
import io.sitepulse.contract.kafka.TopicSetup;
import io.sitepulse.contract.kafka.TopicTable;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.contract.site.Site;
import io.sitepulse.ingest.agent.UserAgents;
import io.sitepulse.ingest.event.Collector;
import io.sitepulse.ingest.event.EventRoutes;
import io.sitepulse.ingest.event.InFlight;
import io.sitepulse.ingest.event.Senders;
import io.sitepulse.ingest.log.KafkaEventLog;
import io.sitepulse.ingest.log.TopicWatch;
import io.sitepulse.ingest.place.Countries;
import io.sitepulse.ingest.place.GeoIpFile;
import io.sitepulse.ingest.visitor.VisitorSalts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/**
 * The collector, put together.
 *
 * <pre>
 * new ── mount() ──▶ answers 503 ── start(): topics, sites, salts, metadata ──▶ ready ── close() ──▶ drained
 * </pre>
 */
public final class Ingest {
  private static final Duration DRAIN = Duration.ofSeconds(15);

  /** How often is looked whether the operator has replaced the GeoIP file. */
  private static final Duration REFRESH = Duration.ofMinutes(1);

  private static final long NEVER = -1;

  private final Vertx vertx;
  private final KafkaConfig kafka;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaClientMetrics producerMetrics;
  private final TopicWatch watch;
  private final TopicTable<Site> sites;
  private final CompletableFuture<Void> sitesRead;
  private final VisitorSalts salts;
  private final CompletableFuture<Void> saltsRead;
  private final UserAgents agents;
  private final Countries countries;
  private long refreshing = NEVER;
  private final EventRoutes routes;
  private volatile boolean closed;

  /** Prepares the parts; takes a second or two (user agents), so not on an event loop. */
  public Ingest(
      Vertx vertx,
      IngestConfig config,
      KafkaConfig kafka,
      MeterRegistry registry,
      Readiness readiness,
      Clock clock) {
    this.vertx = vertx;
    this.countries = countries(config); // First: a file that cannot be read ends the start.
    this.kafka = kafka;
    this.producer = config.producer().open(kafka);
    this.producerMetrics = new KafkaClientMetrics(producer);
    this.watch = new TopicWatch(kafka.client(), producer, Topics.PAGE_VIEWS, Topics.VISITOR_SALTS);
    this.sites = new TopicTable<>(Topics.SITES, kafka.client());
    this.sitesRead = sites.ready();
    this.salts =
        new VisitorSalts(
            vertx,
            VisitorSalts.consumer(kafka.client()),
            producer,
            this::zones,
            clock,
            config.saltPatience());
    this.saltsRead = salts.ready();
    this.agents = new UserAgents(vertx, config.userAgents());
    this.routes = routes(config, registry, clock);
    producerMetrics.bindTo(registry);
    readiness.require("kafka", watch::answers);
    readiness.require("sites", () -> isDone(sitesRead));
    readiness.require("salts", () -> isDone(saltsRead) && salts.hasToday());
  }

  /** Adds the routes; until {@link #start} completes they answer 503. */
  public void mount(Router router) {
    routes.mount(router);
  }

  /** Completes once events are taken. Waits for Kafka as long as it takes. */
  public Future<Void> start() {
    return vertx
        .executeBlocking(this::createTopics, false)
        .compose(
            done -> {
              watch.start();
              sites.start();
              salts.start();
              return Future.fromCompletionStage(
                  CompletableFuture.allOf(watch.ready(), sitesRead, saltsRead));
            });
  }

  /**
   * Waits until Kafka has acknowledged what was taken, then lets go of everything. Stop accepting
   * before.
   */
  public Future<Void> close() {
    closed = true;
    vertx.cancelTimer(refreshing);
    return vertx.executeBlocking(
        () -> {
          producer.close(DRAIN);
          producerMetrics.close();
          watch.close();
          salts.close();
          sites.close();
          agents.close();
          return null;
        },
        false);
  }

  private EventRoutes routes(IngestConfig config, MeterRegistry registry, Clock clock) {
    var inFlight = new InFlight(config.eventsInFlight());
    var metrics = new MeteredCollector(registry, inFlight);
    var log = new KafkaEventLog(vertx, producer, watch::partitions, metrics::produced);
    var collector = new Collector(this::openSite, agents, countries, salts, log, inFlight, metrics);
    var senders = new Senders(new ClientAddress(config.http().trustedProxies()), clock);
    return new EventRoutes(collector, senders, metrics, () -> isDone(sitesRead));
  }

  private Countries countries(IngestConfig config) {
    if (config.geoip() == null) {
      return Countries.NONE;
    }
    var file = GeoIpFile.read(config.geoip(), IngestConfig.GEOIP);
    refreshing = vertx.setPeriodic(REFRESH.toMillis(), timer -> refresh(file));
    return file;
  }

  private void refresh(GeoIpFile file) {
    vertx.executeBlocking(
        () -> {
          file.refresh();
          return null;
        },
        false);
  }

  private @Nullable Site openSite(String id) {
    return sites.get(id).filter(site -> !site.archived()).orElse(null);
  }

  private Collection<ZoneId> zones() {
    var zones = new HashSet<ZoneId>();
    zones.add(Site.DEFAULT_ZONE);
    sites.all().forEach(site -> zones.add(site.zone()));
    return zones;
  }

  private Void createTopics() throws InterruptedException {
    TopicSetup.createOnceKafkaAnswers(kafka, () -> closed);
    return null;
  }

  private static boolean isDone(CompletableFuture<Void> future) {
    return future.isDone() && !future.isCompletedExceptionally();
  }
}
