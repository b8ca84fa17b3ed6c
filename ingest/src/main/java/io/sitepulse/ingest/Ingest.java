package io.sitepulse.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.sitepulse.contract.site.Site;
import io.sitepulse.ingest.event.Collector;
import io.sitepulse.ingest.event.EventEnricher;
import io.sitepulse.ingest.event.EventRoutes;
import io.sitepulse.ingest.event.EventValidator;
import io.sitepulse.ingest.fault.FaultCounter;
import io.sitepulse.ingest.fault.FaultPublisher;
import io.sitepulse.ingest.fault.ProxyWatch;
import io.sitepulse.ingest.geo.CountryLookup;
import io.sitepulse.ingest.geo.MmdbCountryLookup;
import io.sitepulse.ingest.kafka.KafkaDepartureLog;
import io.sitepulse.ingest.kafka.KafkaEventLog;
import io.sitepulse.ingest.kafka.ProducerMetadataRefresher;
import io.sitepulse.ingest.metrics.MicrometerCollectorMetrics;
import io.sitepulse.ingest.useragent.YauaaUserAgentParser;
import io.sitepulse.ingest.visitor.KafkaSalts;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.KafkaHealthCheck;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/**
 * Assembles and runs the collector.
 *
 * <pre>
 * new ── mount() ──▶ responds 503 ── start(): topics, sites, salts, metadata ──▶ ready ── close() ──▶ drained
 * </pre>
 */
public final class Ingest {
  private static final Duration DRAIN = Duration.ofSeconds(15);

  /** Time between two checks for a new GeoIP file. */
  private static final Duration REFRESH = Duration.ofMinutes(1);

  /**
   * Until then a process that starts has better use for the processor than rules of user agents.
   */
  private static final Duration PREPARE_AFTER = Duration.ofSeconds(10);

  private static final long NEVER = -1;
  private static final Duration HEALTH_CHECK_DELAY = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final KafkaConfig kafka;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaClientMetrics producerMetrics;
  private final ProducerMetadataRefresher metadata;
  private final KafkaHealthCheck health;
  private final KafkaTopicTable<Site> sites;
  private final CompletableFuture<Void> sitesRead;
  private final KafkaSalts salts;
  private final CompletableFuture<Void> saltsRead;
  private final YauaaUserAgentParser agents;
  private final CountryLookup countryLookup;
  private long refreshing = NEVER;
  private final FaultCounter faultCounter;
  private final FaultPublisher faultPublisher;
  private final Duration faultsInterval;
  private long publishing = NEVER;
  private long preparing = NEVER;
  private final EventRoutes routes;
  private volatile boolean closed;

  /**
   * Creates the components. Reads files and opens connections, so it must not run on an event loop.
   */
  public Ingest(
      Vertx vertx,
      IngestConfig config,
      KafkaConfig kafka,
      MeterRegistry registry,
      Readiness readiness,
      Clock clock) {
    this.vertx = vertx;
    this.countryLookup = countries(config); // First, because an unreadable file prevents the start.
    this.kafka = kafka;
    this.producer = config.producer().open(kafka);
    this.producerMetrics = new KafkaClientMetrics(producer);
    this.metadata =
        new ProducerMetadataRefresher(
            producer,
            Topics.PAGE_VIEWS,
            Topics.VISITOR_SALTS,
            Topics.COLLECTOR_FAULTS,
            Topics.VISITOR_DEPARTURES);
    this.health =
        new KafkaHealthCheck(
            kafka.client(), HEALTH_CHECK_DELAY, metadata::refresh, Topics.PAGE_VIEWS);
    this.sites = new KafkaTopicTable<>(Topics.SITES, kafka.client());
    this.sitesRead = sites.ready();
    this.salts =
        new KafkaSalts(
            vertx,
            KafkaSalts.consumer(kafka.client()),
            producer,
            this::zones,
            clock,
            config.saltTimeout());
    this.saltsRead = salts.ready();
    this.agents = new YauaaUserAgentParser(vertx, config.userAgents());
    this.faultCounter =
        new FaultCounter(UUID.randomUUID().toString(), id -> sites.get(id).orElse(null));
    this.faultPublisher = new FaultPublisher(faultCounter, producer, clock);
    this.faultsInterval = config.faultsInterval();
    this.routes = routes(config, registry, clock);
    producerMetrics.bindTo(registry);
    readiness.require("kafka", health::isResponding);
    readiness.requireNone(health::partitionsWithoutLeader);
    readiness.warn(health::clockWarnings);
    readiness.require("sites", sites::isUpToDate);
    readiness.require("user-agents", agents::isUsable);
    readiness.require("salts", () -> isDone(saltsRead) && salts.hasToday());
  }

  /**
   * Responds to the usual requests with events before a router with {@linkplain #mount these
   * routes}, and leaves all other requests to it.
   */
  public Handler<HttpServerRequest> inFrontOf(Router router) {
    return routes.inFrontOf(router);
  }

  /** Adds the routes. Until {@link #start} completes they respond with 503. */
  public void mount(Router router) {
    routes.mount(router);
  }

  /**
   * Starts the collector. Completes once it accepts events. Waits for Kafka without a time limit.
   */
  public Future<Void> start() {
    return vertx
        .executeBlocking(this::createTopics, false)
        .compose(
            done -> {
              health.start();
              sites.start();
              salts.start();
              publishing =
                  vertx.setPeriodic(faultsInterval.toMillis(), timer -> faultPublisher.publish());
              return Future.fromCompletionStage(
                  CompletableFuture.allOf(metadata.ready(), sitesRead, saltsRead));
            })
        .onSuccess(
            ready ->
                preparing = vertx.setTimer(PREPARE_AFTER.toMillis(), timer -> agents.prepare()));
  }

  /**
   * Waits until Kafka has acknowledged the accepted events, then releases all resources. The port
   * must be closed before.
   */
  public Future<Void> close() {
    closed = true;
    vertx.cancelTimer(refreshing);
    vertx.cancelTimer(publishing);
    vertx.cancelTimer(preparing);
    return vertx.executeBlocking(
        () -> {
          faultPublisher.publish();
          producer.close(DRAIN);
          producerMetrics.close();
          health.close();
          salts.close();
          sites.close();
          agents.close();
          return null;
        },
        false);
  }

  private EventRoutes routes(IngestConfig config, MeterRegistry registry, Clock clock) {
    int limit = config.eventsInFlight();
    var inFlight = new Semaphore(limit);
    var metrics =
        new MicrometerCollectorMetrics(registry, () -> limit - inFlight.availablePermits());
    var log = new KafkaEventLog(vertx, producer, metadata::partitions, metrics::produced);
    var collector =
        new Collector(
            new EventValidator(this::openSite, metrics),
            new EventEnricher(agents, countryLookup, salts, new KafkaDepartureLog(producer)),
            log,
            inFlight,
            metrics,
            faultCounter);
    var addresses = new ClientAddress(config.http().trustedProxies());
    return new EventRoutes(
        collector,
        metrics,
        addresses,
        clock,
        () -> isDone(sitesRead),
        new ProxyWatch(addresses, faultCounter, metrics::untrustedProxy));
  }

  private CountryLookup countries(IngestConfig config) {
    if (config.geoip() == null) {
      return CountryLookup.NONE;
    }
    var file = MmdbCountryLookup.read(config.geoip(), IngestConfig.GEOIP);
    refreshing = vertx.setPeriodic(REFRESH.toMillis(), timer -> refresh(file));
    return file;
  }

  private void refresh(MmdbCountryLookup file) {
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

  /** Returns whether events of all these sites are accepted. Sites are read from Kafka. */
  public boolean knows(Collection<String> siteIds) {
    return siteIds.stream().allMatch(id -> sites.get(id).isPresent());
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
