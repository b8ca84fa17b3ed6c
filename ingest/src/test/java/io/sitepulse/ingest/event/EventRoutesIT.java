package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventRoutesTester.VIEW;
import static io.sitepulse.ingest.event.EventRoutesTester.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the routes of the collector over HTTP. */
class EventRoutesIT {
  private final EventRoutesTester routes = new EventRoutesTester();

  @AfterEach
  void close() {
    routes.close();
  }

  @Test
  void oneEventIsAccepted() throws Exception {
    var answer = routes.post(VIEW);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
    assertThat(routes.log.events).extracting(PageView::kind).containsExactly(EventKind.VIEW);
  }

  @Test
  void notesTheVersionOfTheScriptThatSendsAcceptedEvents() throws Exception {
    post("?v=1.0.0", VIEW);
    post("?v=1.0.0", "{\"site\":\"demo\"}");
    post("", VIEW);

    assertThat(routes.faults.unwritten(EventFixtures.NOON))
        .filteredOn(faults -> "demo".equals(faults.site()))
        .extracting(CollectorFaults::scripts)
        .containsExactly(Map.of("1.0.0", 1L, CollectorFaults.NO_VERSION, 1L));
  }

  private void post(String query, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(routes.at("/api/events" + query))
            .header("Content-Type", "text/plain")
            .header("Origin", EventFixtures.DEMO.origins().get(0));
    routes.send(request.POST(BodyPublishers.ofString(body)).build());
  }

  @Test
  void acceptsSomeEventsOfAnArrayAndReportsTheOthers() throws Exception {
    var answer = routes.post("[" + VIEW + ",{\"site\":\"demo\",\"page\":7}]");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"accepted\":1,\"refused\":[{\"index\":1,\"field\":\"page\",\"reason\":\"invalid\","
                + "\"detail\":\"must be a text\"}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "Application/JSON; a=b"})
  void acceptsTheContentTypesOfBeacons(String type) throws Exception {
    assertThat(routes.send(routes.events(BodyPublishers.ofString(VIEW), type)).statusCode())
        .isEqualTo(202);
  }

  /** A body without a length goes through the router, which limits it while it is received. */
  @Test
  void acceptsABodyOfUnknownLength() throws Exception {
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(VIEW.getBytes(UTF_8)));

    var answer = routes.send(routes.events(body, "text/plain"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(routes.post(VIEW).body());
    assertThat(routes.log.events).hasSize(2);
  }

  @Test
  void timesAcceptedAndRefusedRequests() throws Exception {
    routes.post(VIEW);
    routes.post("{");

    await().untilAsserted(() -> assertThat(routes.tally.answered).containsExactly(202, 400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/x-www-form-urlencoded", "multipart/form-data"})
  void otherTypesAre415(String type) throws Exception {
    assertProblem(routes.send(routes.events(BodyPublishers.ofString(VIEW), type)), 415);
  }

  @Test
  void noTypeIs415() throws Exception {
    var request = HttpRequest.newBuilder(routes.at("/api/events"));

    assertProblem(routes.send(request.POST(BodyPublishers.ofString(VIEW)).build()), 415);
  }

  @Test
  void respondsWith405AndTheAllowedMethods() throws Exception {
    var answer = routes.send(HttpRequest.newBuilder(routes.at("/api/events")).build());

    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    assertProblem(
        routes.send(HttpRequest.newBuilder(routes.at("/api/pixel.gif")).DELETE().build()), 405);
  }

  @Test
  void acceptsABodyUpToTheLimit() throws Exception {
    String full = VIEW + " ".repeat(EventRoutes.BODY_LIMIT - VIEW.length());

    assertThat(routes.post(full).statusCode()).isEqualTo(202);
    assertProblem(routes.post(full + " "), 413);
  }

  @Test
  void limitsABodyWithoutContentLength() throws Exception {
    byte[] megabytes = new byte[8 * 1024 * 1024];
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(megabytes));

    assertProblem(routes.send(routes.events(body, "text/plain")), 413);
  }

  @Test
  void respondsWith400AndThePositionOfInvalidJson() throws Exception {
    var problem = assertProblem(routes.post("{\"site\":"), 400);

    assertThat(problem.get("detail").asText()).contains("line 1");
    assertThat(routes.tally.unreadable).isEqualTo(1);
  }

  @Test
  void anUnknownSiteIs404AndAForeignOrigin403AndBoth400() throws Exception {
    String unknown = "{\"site\":\"x\",\"page\":\"/a\"}";

    var problem = assertProblem(routes.post(unknown), 404);
    assertThat(problem.at("/errors/0/reason").asText()).isEqualTo("unknown-site");
    assertProblem(routes.post(VIEW, "https://evil.example"), 403);
    assertProblem(routes.post("[" + VIEW + "," + unknown + "]", "https://evil.example"), 400);
  }

  @Test
  void aPageMayReadTheResponseEvenIfItsOriginIsRefused() throws Exception {
    var own = routes.post(VIEW, "https://demo.gov.vn");
    var foreign = routes.post(VIEW, "https://evil.example");

    assertThat(own.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://demo.gov.vn");
    assertThat(own.headers().firstValue("Vary")).hasValue("origin");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
  }

  @Test
  void aPreflightAllowsAnyOriginWithoutCredentials() throws Exception {
    var answer =
        routes.send(
            HttpRequest.newBuilder(routes.at("/api/events"))
                .header("Origin", "https://demo.gov.vn")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void respondsWith503AndRetryAfterWithoutTheLog() throws Exception {
    routes.log.away = true;

    var answer = routes.post(VIEW);

    assertProblem(answer, 503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void respondsWith503WhileTheSitesAreBeingRead() throws Exception {
    routes.sitesKnown = false;

    assertProblem(routes.post("{\"site\":\"x\",\"page\":\"/a\"}"), 503);
    assertProblem(routes.get("/api/pixel.gif?site=x&page=/a"), 503);
  }

  @Test
  void globalPrivacyControlMakesAViewAnonymous() throws Exception {
    routes.send(
        HttpRequest.newBuilder(routes.at("/api/events"))
            .header("Content-Type", "text/plain")
            .header("Sec-GPC", "1")
            .POST(BodyPublishers.ofString(VIEW))
            .build());

    assertThat(routes.log.events.get(0).visitor()).isNull();
  }

  @Test
  void distinguishesVisitorsBehindATrustedProxy() throws Exception {
    for (String address : List.of("203.0.113.7", "203.0.113.8", "203.0.113.7")) {
      routes.send(
          HttpRequest.newBuilder(routes.at("/api/events"))
              .header("Content-Type", "text/plain")
              .header("X-Forwarded-For", "198.51.100.99, " + address)
              .POST(BodyPublishers.ofString(VIEW))
              .build());
    }

    var names = routes.log.events.stream().map(PageView::visitor).toList();
    assertThat(names.get(0)).isEqualTo(names.get(2)).isNotEqualTo(names.get(1));
  }

  @Test
  void aProxyThatIsNotTrustedIsTold() throws Exception {
    try (var behindProxy = new EventRoutesTester(List.of())) {
      forward(behindProxy, "X-Forwarded-For", "203.0.113.7");
      forward(behindProxy, "Forwarded", "for=203.0.113.7");

      assertThat(behindProxy.tally.untrustedProxies).isEqualTo(31);
      assertThat(behindProxy.faults.unwritten(EventFixtures.NOON))
          .singleElement()
          .satisfies(
              faults -> assertThat(faults.untrustedProxies()).isEqualTo(Map.of("127.0.0.1", 31L)));
    }
    forward(routes, "X-Forwarded-For", "203.0.113.7");
    assertThat(routes.tally.untrustedProxies).isZero();
  }

  /** Sends events of 25 browsers. */
  private static void forward(EventRoutesTester tester, String header, String value)
      throws Exception {
    for (int i = 0; i < 25; i++) {
      var request =
          HttpRequest.newBuilder(tester.at("/api/events"))
              .header("Content-Type", "text/plain")
              .header("User-Agent", "Browser " + i)
              .header(header, value)
              .POST(BodyPublishers.ofString(VIEW))
              .build();
      assertThat(tester.send(request).statusCode()).isEqualTo(202);
    }
  }
}
