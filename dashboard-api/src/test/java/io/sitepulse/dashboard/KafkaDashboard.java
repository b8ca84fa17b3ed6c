package io.sitepulse.dashboard;

import io.sitepulse.dashboard.auth.AccountConfig;
import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.dashboard.report.http.ReportConfig;
import io.sitepulse.dashboard.seed.SeedConfig;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.dashboard.widget.poll.VoteConfig;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.http.ProblemHandler;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.Topic;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Starts the module on a broker, with a clock that a test sets. */
public final class KafkaDashboard implements AutoCloseable {
  public final TestClock clock = new TestClock(Samples.MINUTE_TO_MIDNIGHT.minusSeconds(3_600));

  private final KafkaConfig kafka;
  private final Vertx vertx = Vertx.vertx();
  private final Readiness readiness = new Readiness();
  private final Dashboard dashboard;
  private final HttpPort port;
  private final HttpClient client = HttpClient.newHttpClient();

  private KafkaDashboard(KafkaConfig kafka, Path folder) {
    this.kafka = kafka;
    var votes =
        new VoteConfig(
            Optional.empty(), folder.resolve("data"), 100, Duration.ofSeconds(2), 600, 1_000);
    var accounts =
        new AccountConfig(
            Optional.empty(),
            folder.resolve("data"),
            AccountConfig.DEFAULT.idle(),
            AccountConfig.DEFAULT.life(),
            Optional.empty(),
            Optional.empty(),
            false);
    var config =
        new DashboardConfig(
            List.of(),
            SseConfig.DEFAULT,
            votes,
            accounts,
            ReportConfig.DEFAULT,
            new SeedConfig("shipped"));
    Jdbi away =
        Jdbi.create(
            () -> {
              throw new SQLException("away");
            });
    dashboard = new Dashboard(vertx, config, kafka, away, Metrics.prometheus(), clock);
    dashboard.addTo(readiness);
    Router router = Router.router(vertx);
    dashboard.mount(router);
    ProblemHandler.install(router);
    dashboard.start();
    port = new HttpPort(vertx, new HttpConfig("127.0.0.1", 0, List.of()));
    port.open(router).await();
  }

  public static KafkaDashboard start(TestBroker broker, Path folder) {
    var kafka = broker.config();
    return new KafkaDashboard(kafka, folder);
  }

  public Accounts accounts() {
    return dashboard.accounts();
  }

  public String origin() {
    return "http://127.0.0.1:" + port.number();
  }

  public Properties client() {
    return kafka.client();
  }

  public boolean isReady() {
    var states = readiness.states();
    return !states.isEmpty() && !states.containsValue(false);
  }

  public <V> void put(Topic<V> topic, String key, @Nullable V value) throws Exception {
    try (var producer =
        new KafkaProducer<>(client(), topic.key().serializer(), topic.value().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> vote(String poll, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(at("/api/polls/" + poll + "/votes"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  EventReader live(String path) {
    return EventReader.open(client, at(path));
  }

  @Override
  public void close() {
    dashboard.close();
    port.shutdown(Duration.ZERO).await();
    vertx.close().await();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port.number() + path);
  }
}
