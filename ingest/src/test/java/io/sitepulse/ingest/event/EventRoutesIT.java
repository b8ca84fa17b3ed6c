package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.NOON;
import static io.sitepulse.ingest.event.EventFixtures.SITES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.Json;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.contract.http.HttpConfig;
import io.sitepulse.contract.http.HttpPort;
import io.sitepulse.contract.http.ProblemHandler;
import io.sitepulse.ingest.TestClock;
import io.sitepulse.ingest.place.Countries;
import io.sitepulse.ingest.visitor.SaltFixtures;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRoutesIT {
  private static final String VIEW = "{\"site\":\"demo\",\"page\":\"/a\"}";

  private final Vertx vertx = Vertx.vertx();
  private final FakeLog log = new FakeLog();
  private final Tally tally = new Tally();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile boolean sitesKnown = true;
  private HttpPort port;

  @BeforeEach
  void open() {
    var collector =
        new Collector(
            SITES,
            userAgent -> Future.succeededFuture(Agent.UNKNOWN),
            Countries.NONE,
            SaltFixtures.eachDayItsOwn(),
            log,
            new InFlight(1_000),
            tally);
    var senders = new Senders(new ClientAddress(ClientAddress.LOOPBACK), new TestClock(NOON));
    var router = Router.router(vertx);
    new EventRoutes(collector, senders, tally, () -> sitesKnown).mount(router);
    ProblemHandler.install(router);
    port = new HttpPort(vertx, new HttpConfig("127.0.0.1", 0, List.of()));
    port.open(router).await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void oneEventIsAccepted() throws Exception {
    var answer = post(VIEW);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
    assertThat(log.events).extracting(PageView::kind).containsExactly(EventKind.VIEW);
  }

  @Test
  void someOfAnArrayAreAcceptedAndTheOthersNamed() throws Exception {
    var answer = post("[" + VIEW + ",{\"site\":\"demo\",\"page\":7}]");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"accepted\":1,\"refused\":[{\"index\":1,\"field\":\"page\",\"reason\":\"invalid\","
                + "\"detail\":\"must be a text\"}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "Application/JSON; a=b"})
  void whatBeaconsSendIsTaken(String type) throws Exception {
    assertThat(send(events(BodyPublishers.ofString(VIEW), type)).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/x-www-form-urlencoded", "multipart/form-data"})
  void otherTypesAre415(String type) throws Exception {
    assertProblem(send(events(BodyPublishers.ofString(VIEW), type)), 415);
  }

  @Test
  void noTypeIs415() throws Exception {
    var request = HttpRequest.newBuilder(at("/api/events"));

    assertProblem(send(request.POST(BodyPublishers.ofString(VIEW)).build()), 415);
  }

  @Test
  void aMethodThatIsNotThereIs405AndSaysWhichAre() throws Exception {
    var answer = send(HttpRequest.newBuilder(at("/api/events")).build());

    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    assertProblem(send(HttpRequest.newBuilder(at("/api/pixel.gif")).DELETE().build()), 405);
  }

  @Test
  void aBodyOfExactlyTheLimitIsReadAndOneByteMoreIsNot() throws Exception {
    String full = VIEW + " ".repeat(EventRoutes.BODY_LIMIT - VIEW.length());

    assertThat(post(full).statusCode()).isEqualTo(202);
    assertProblem(post(full + " "), 413);
  }

  @Test
  void aBodyWithoutALengthIsCountedWhileItComes() throws Exception {
    byte[] megabytes = new byte[8 * 1024 * 1024];
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(megabytes));

    assertProblem(send(events(body, "text/plain")), 413);
  }

  @Test
  void brokenJsonIs400WithItsPlace() throws Exception {
    var problem = assertProblem(post("{\"site\":"), 400);

    assertThat(problem.get("detail").asText()).contains("line 1");
    assertThat(tally.unreadable).isEqualTo(1);
  }

  @Test
  void anUnknownSiteIs404AndAForeignOrigin403AndBoth400() throws Exception {
    String unknown = "{\"site\":\"x\",\"page\":\"/a\"}";

    var problem = assertProblem(post(unknown), 404);
    assertThat(problem.at("/errors/0/reason").asText()).isEqualTo("unknown-site");
    assertProblem(post(VIEW, "https://evil.example"), 403);
    assertProblem(post("[" + VIEW + "," + unknown + "]", "https://evil.example"), 400);
  }

  @Test
  void aPageMayReadTheAnswerAlsoWhereItsOriginIsRefused() throws Exception {
    var own = post(VIEW, "https://demo.gov.vn");
    var foreign = post(VIEW, "https://evil.example");

    assertThat(own.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://demo.gov.vn");
    assertThat(own.headers().firstValue("Vary")).hasValue("origin");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
  }

  @Test
  void aPreflightAllowsAnyOriginWithoutCredentials() throws Exception {
    var answer =
        send(
            HttpRequest.newBuilder(at("/api/events"))
                .header("Origin", "https://demo.gov.vn")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void whenTheLogIsAwayTheSenderIsToldToTryAgain() throws Exception {
    log.away = true;

    var answer = post(VIEW);

    assertProblem(answer, 503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void whileTheSitesAreBeingReadNoneIsUnknown() throws Exception {
    sitesKnown = false;

    assertProblem(post("{\"site\":\"x\",\"page\":\"/a\"}"), 503);
    assertProblem(get("/api/pixel.gif?site=x&page=/a"), 503);
  }

  @Test
  void globalPrivacyControlLeavesTheViewNobodys() throws Exception {
    send(
        HttpRequest.newBuilder(at("/api/events"))
            .header("Content-Type", "text/plain")
            .header("Sec-GPC", "1")
            .POST(BodyPublishers.ofString(VIEW))
            .build());

    assertThat(log.events.get(0).visitor()).isNull();
  }

  @Test
  void visitorsBehindATrustedProxyAreTheirOwn() throws Exception {
    for (String address : List.of("203.0.113.7", "203.0.113.8", "203.0.113.7")) {
      send(
          HttpRequest.newBuilder(at("/api/events"))
              .header("Content-Type", "text/plain")
              .header("X-Forwarded-For", "198.51.100.99, " + address)
              .POST(BodyPublishers.ofString(VIEW))
              .build());
    }

    var names = log.events.stream().map(PageView::visitor).toList();
    assertThat(names.get(0)).isEqualTo(names.get(2)).isNotEqualTo(names.get(1));
  }

  @Test
  void aPixelCountsThePageItIsOn() throws Exception {
    var request =
        HttpRequest.newBuilder(at("/api/pixel.gif?site=demo&title=Tin%20m%E1%BB%9Bi"))
            .header("Referer", "https://demo.gov.vn/tin?id=3&x=1");

    var answer = client.send(request.build(), BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/gif");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).hasSize(43).startsWith('G', 'I', 'F', '8', '9', 'a');
    assertThat(log.events.get(0).page()).isEqualTo("/tin?id=3");
    assertThat(log.events.get(0).title()).isEqualTo("Tin mới");
  }

  @Test
  void aPixelThatCannotBeCountedIsAProblem() throws Exception {
    assertProblem(get("/api/pixel.gif?site=x&page=/a"), 404);
    assertProblem(get("/api/pixel.gif?page=/a"), 400);
    assertProblem(get("/api/pixel.gif?site=demo"), 400);
  }

  @Test
  void aPixelWithABrokenAddressIsNobodysError() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
      String request = "GET /api/pixel.gif?site=demo&page=/%zz HTTP/1.1\r\nHost: x\r\n";
      socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(UTF_8));

      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 4");
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(at(path)).build());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(events(BodyPublishers.ofString(body), "application/json"));
  }

  private HttpResponse<String> post(String body, String origin) throws Exception {
    return send(
        HttpRequest.newBuilder(at("/api/events"))
            .header("Content-Type", "text/plain")
            .header("Origin", origin)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest events(BodyPublisher body, String type) {
    return HttpRequest.newBuilder(at("/api/events"))
        .header("Content-Type", type)
        .POST(body)
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port.number() + path);
  }

  private static JsonNode assertProblem(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    return problem;
  }
}
