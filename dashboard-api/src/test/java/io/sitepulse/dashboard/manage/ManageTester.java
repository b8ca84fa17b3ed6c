package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.ApiDocument;
import io.sitepulse.dashboard.FakeSources;
import io.sitepulse.dashboard.TestClock;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.ProblemHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Serves management routes on a real port, with tables that a test fills. Requests name their
 * account in the header {@value #AS}. Sign-in is tested elsewhere.
 */
public final class ManageTester extends FakeSources implements AutoCloseable {
  /** Header with the account id of a request. */
  public static final String AS = "Test-As";

  private final Vertx vertx = Vertx.vertx();
  private final HttpPort port;
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable ApiDocument document;

  /** Dependencies of the routes. */
  public record Parts(Vertx vertx, ManageSources sources, TestClock clock) {}

  private ManageTester(Jdbi jdbi, Function<Parts, List<RouteProvider>> features) {
    var made = features.apply(new Parts(vertx, management(jdbi), clock));
    Router router = Router.router(vertx);
    new Management(
            context ->
                Optional.ofNullable(context.request().getHeader(AS))
                    .flatMap(accounts::get)
                    .map(account -> new Caller(account, "session", null)),
            made)
        .mount(router);
    ProblemHandler.install(router);
    port = new HttpPort(vertx, new HttpConfig("127.0.0.1", 0, List.of()));
    port.open(router).await();
    account("root", true);
  }

  /** Starts a server with routes and a ClickHouse. */
  public static ManageTester start(Jdbi jdbi, Function<Parts, List<RouteProvider>> features) {
    return new ManageTester(jdbi, features);
  }

  /** Adds an account with grants, e.g. {@code account("an", false, viewer("site:demo"))}. */
  public void account(String id, boolean administrator, Grant... grants) {
    accounts.put(
        id,
        Account.builder()
            .id(id)
            .login(id)
            .name("Ông/Bà " + id)
            .administrator(administrator)
            .grants(List.of(grants))
            .created(Instant.EPOCH)
            .build());
  }

  public static Grant viewer(String scope) {
    return new Grant(Scope.parse(scope), Role.VIEWER);
  }

  public static Grant editor(String scope) {
    return new Grant(Scope.parse(scope), Role.EDITOR);
  }

  /** Sends a request as an account. An empty body is not sent. */
  public HttpResponse<String> send(
      String as, HttpMethod method, String path, String body, String... headers) throws Exception {
    var publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port.number() + ManageRoutes.ROOT + path))
            .method(method.name(), publisher)
            .header(AS, as)
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    ManageResponses.mustHaveCodes(answer);
    if (document != null) {
      document.describes(method, ManageRoutes.ROOT + path.split("\\?", 2)[0], answer);
    }
    return answer;
  }

  /** Validates every response against the OpenAPI document from now on. */
  public ManageTester heldToTheDocument() throws Exception {
    document = new ApiDocument(vertx);
    return this;
  }

  public HttpResponse<String> get(String as, String path) throws Exception {
    return send(as, HttpMethod.GET, path, "");
  }

  /** Returns the port, for tests with their own HTTP client. */
  public int port() {
    return port.number();
  }

  @Override
  public void close() {
    port.shutdown(Duration.ZERO).await();
    vertx.close().await();
  }
}
