package io.sitepulse.dashboard;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.contract.http.HttpConfig;
import io.sitepulse.contract.http.HttpPort;
import io.sitepulse.contract.http.Metrics;
import io.sitepulse.contract.http.OpsRoutes;
import io.sitepulse.contract.http.ProblemHandler;
import io.sitepulse.contract.http.Readiness;
import io.sitepulse.dashboard.account.AccountConfig;
import io.sitepulse.dashboard.definition.DefinitionConfig;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.manage.ManageAnswers;
import io.sitepulse.dashboard.poll.VoteConfig;
import io.sitepulse.dashboard.report.ReportConfig;
import io.sitepulse.dashboard.secret.Secret;
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

/** The module's routes on a real port, over tables a test fills. */
public final class DashboardTester extends FakeSources implements AutoCloseable {
  public static final Secret SECRET = new Secret("a secret of this test");

  public final FakeBallotBox box = new FakeBallotBox();
  public final PrometheusMeterRegistry registry = Metrics.prometheus();
  public final Router router;
  public final DashboardRoutes routes;

  private final Vertx vertx = Vertx.vertx();
  private final HttpPort port;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private DashboardTester(LiveConfig live, int perNetworkMinute, Jdbi jdbi) {
    var votes =
        new VoteConfig(
            Optional.of(SECRET),
            Path.of("unused"),
            VoteConfig.DEFAULT.maxInFlight(),
            VoteConfig.DEFAULT.timeout(),
            perNetworkMinute);
    var config =
        new DashboardConfig(
            List.of("127.0.0.0/8"),
            live,
            votes,
            accountConfig(),
            ReportConfig.DEFAULT,
            DefinitionConfig.DEFAULT);
    var sources =
        new DashboardRoutes.Sources(sites, counters, polls, tallies, box, management(jdbi));
    routes =
        new DashboardRoutes(
            vertx, config, sources, new MeterDashboardMetrics(registry), registry, clock);
    router = Router.router(vertx);
    routes.mount(router);
    new OpsRoutes(vertx, new Readiness(), registry).mount(router);
    ProblemHandler.install(router);
    routes.start();
    port = new HttpPort(vertx, new HttpConfig("127.0.0.1", 0, List.of()));
    port.open(router).await();
  }

  public static DashboardTester start() {
    return start(LiveConfig.DEFAULT);
  }

  public static DashboardTester start(LiveConfig live) {
    return new DashboardTester(live, 600, ManageAnswers.AWAY);
  }

  /** With a ClickHouse; without one it is away. */
  public static DashboardTester over(Jdbi jdbi) {
    return new DashboardTester(LiveConfig.DEFAULT, 600, jdbi);
  }

  public static DashboardTester slow(int votesPerMinute) {
    return new DashboardTester(LiveConfig.DEFAULT, votesPerMinute, ManageAnswers.AWAY);
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
        Optional.empty());
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
