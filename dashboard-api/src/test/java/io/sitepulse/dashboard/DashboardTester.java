package io.sitepulse.dashboard;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.dashboard.auth.AccountConfig;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.report.http.ReportConfig;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.seed.SeedConfig;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.dashboard.widget.poll.VoteConfig;
import io.sitepulse.runtime.health.Readiness;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.Metrics;
import io.sitepulse.runtime.http.OpsRoutes;
import io.sitepulse.runtime.http.ProblemHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Starts the routes of the module on a real port, over tables that a test fills. */
public final class DashboardTester extends FakeSources implements AutoCloseable {
  public static final Secret SECRET = new Secret("a secret of this test");

  public final FakeVoteProducer producer = new FakeVoteProducer();
  public final PrometheusMeterRegistry registry = Metrics.prometheus();
  public final Router router;
  public final DashboardRoutes routes;

  private final Vertx vertx = Vertx.vertx();
  private final HttpPort port;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private DashboardTester(SseConfig live, int perNetworkMinute, int perPollHour, Jdbi jdbi) {
    var votes =
        new VoteConfig(
            Optional.of(SECRET),
            Path.of("unused"),
            VoteConfig.DEFAULT.maxInFlight(),
            VoteConfig.DEFAULT.timeout(),
            perNetworkMinute,
            perPollHour);
    var config =
        new DashboardConfig(
            List.of("127.0.0.0/8"),
            live,
            votes,
            accountConfig(),
            ReportConfig.DEFAULT,
            new SeedConfig("shipped"));
    routes = new DashboardRoutes(vertx, config, management(jdbi), producer, registry, clock);
    router = Router.router(vertx);
    routes.mount(router);
    new OpsRoutes(vertx, new Readiness(), registry).mount(router);
    ProblemHandler.install(router);
    routes.start();
    port = new HttpPort(vertx, new HttpConfig("127.0.0.1", 0, List.of()));
    port.open(router).await();
  }

  public static DashboardTester start() {
    return start(SseConfig.DEFAULT);
  }

  public static DashboardTester start(SseConfig live) {
    return new DashboardTester(live, 600, 1_000, ManageResponses.AWAY);
  }

  /** Starts with a ClickHouse. The other methods start without one. */
  public static DashboardTester over(Jdbi jdbi) {
    return new DashboardTester(SseConfig.DEFAULT, 600, 1_000, jdbi);
  }

  /** Starts with limits of the votes of a network, all a minute and those of one poll an hour. */
  public static DashboardTester slow(int perNetworkMinute, int perPollHour) {
    return new DashboardTester(
        SseConfig.DEFAULT, perNetworkMinute, perPollHour, ManageResponses.AWAY);
  }

  public Vertx vertx() {
    return vertx;
  }

  public String origin() {
    return "http://127.0.0.1:" + port.number();
  }

  public URI at(String path) {
    return URI.create(origin() + path);
  }

  public HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(HttpMethod.GET, path, "", headers);
  }

  public HttpResponse<String> vote(String poll, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/api/polls/" + poll + "/votes"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(request, headers);
  }

  public HttpResponse<String> send(HttpMethod method, String path, String body, String... headers)
      throws Exception {
    var publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return send(HttpRequest.newBuilder(at(path)).method(method.name(), publisher), headers);
  }

  /** Downloads a file. */
  public byte[] bytes(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(at(path)).headers(headers).build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " " + answer.statusCode());
    }
    return answer.body();
  }

  public EventReader live(String path, String... headers) {
    return EventReader.open(client, at(path), headers);
  }

  @Override
  public void close() {
    routes.close().await();
    port.shutdown(Duration.ZERO).await();
    vertx.close().await();
  }

  private static AccountConfig accountConfig() {
    return new AccountConfig(
        Optional.of(SECRET),
        Path.of("unused"),
        AccountConfig.DEFAULT.idle(),
        AccountConfig.DEFAULT.life(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws Exception {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(
        request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
