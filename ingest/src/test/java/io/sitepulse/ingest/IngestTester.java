package io.sitepulse.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.contract.site.Site;
import io.sitepulse.ingest.kafka.EventProducerConfig;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.OpsRoutes;
import io.sitepulse.runtime.http.ProblemHandler;
import io.sitepulse.runtime.http.RouteMetrics;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A complete collector on a port of its own. */
final class IngestTester implements AutoCloseable {
  static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
  static final int EVENTS_IN_FLIGHT = 5_000;
  static final Duration DELIVERY = Duration.ofSeconds(3);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Ingest ingest;
  private final HttpPort port;
  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final Readiness readiness = new Readiness();

  private IngestTester(KafkaConfig kafka, Clock clock, int lingerMs) {
    var http = new HttpConfig("127.0.0.1", 0, List.of("127.0.0.0/8"));
    var config =
        new IngestConfig(
            http,
            new EventProducerConfig(lingerMs, 8 * 1024 * 1024, DELIVERY),
            EVENTS_IN_FLIGHT,
            1_000,
            Duration.ofSeconds(5),
            Duration.ofMillis(200),
            null);
    this.ingest = new Ingest(vertx, config, kafka, registry, readiness, clock);
    var router = Router.router(vertx);
    router.route().handler(new RouteMetrics(registry));
    new OpsRoutes(vertx, readiness, registry).mount(router);
    ingest.mount(router);
    ProblemHandler.install(router);
    this.port = new HttpPort(vertx, http);
    port.open(ingest.inFrontOf(router)).await();
  }

  /** Starts a collector for a {@linkplain #prepare prepared} broker and waits until it is ready. */
  static IngestTester start(TestBroker broker) throws Exception {
    prepare(broker);
    return start(broker.config(), Clock.systemUTC());
  }

  /** Creates the topics and the site demo on a new broker. */
  static void prepare(TestBroker broker) throws Exception {
    TopicSetup.createMissing(broker.config());
    TopicContents.put(Topics.SITES, "demo", Site.of("demo", Site.DEFAULT_ZONE), broker.config());
  }

  /** Starts a collector and waits until it is ready. */
  static IngestTester start(KafkaConfig kafka, Clock clock) throws Exception {
    return start(new IngestTester(kafka, clock, 0));
  }

  /** Starts a collector whose events wait for a while before they are sent to Kafka. */
  static IngestTester startLingering(TestBroker broker, Duration linger) throws Exception {
    prepare(broker);
    int millis = Math.toIntExact(linger.toMillis());
    return start(new IngestTester(broker.config(), Clock.systemUTC(), millis));
  }

  private static IngestTester start(IngestTester tester) throws Exception {
    tester.ingest.start().await(2, TimeUnit.MINUTES);
    return tester;
  }

  /** The request body of a view of demo. */
  static String view(UUID id) {
    return "{\"id\":\"" + id + "\",\"site\":\"demo\",\"page\":\"/tin-tuc?utm=1#top\"}";
  }

  /** Posts a body like a visitor's browser. */
  HttpResponse<String> post(String body, String address) {
    return send(
        request("/api/events")
            .header("Content-Type", "application/json")
            .header("User-Agent", BROWSER)
            .header("X-Forwarded-For", address)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /** Stops the collector. */
  @Override
  public void close() {
    port.shutdown(Duration.ofSeconds(5)).await();
    ingest.close().await();
    vertx.close().await();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.number() + path))
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
