package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.NOON;
import static io.sitepulse.ingest.event.EventFixtures.validator;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.ingest.fault.FaultCounter;
import io.sitepulse.ingest.fault.ProxyWatch;
import io.sitepulse.ingest.geo.CountryLookup;
import io.sitepulse.ingest.kafka.DepartureLog;
import io.sitepulse.ingest.visitor.SaltFixtures;
import io.sitepulse.runtime.StandingClock;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.http.HttpPort;
import io.sitepulse.runtime.http.ProblemHandler;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The collector's routes on a real port with a log in memory. */
final class EventRoutesTester implements AutoCloseable {
  /** The smallest valid event. */
  static final String VIEW = "{\"site\":\"demo\",\"page\":\"/a\"}";

  final FakeLog log = new FakeLog();
  final Tally tally = new Tally();
  final FaultCounter faults = new FaultCounter("run", EventFixtures::registered);
  final HttpClient client = HttpClient.newHttpClient();
  volatile boolean sitesKnown = true;

  private final Vertx vertx = Vertx.vertx();
  private final HttpPort port;

  EventRoutesTester() {
    this(ClientAddress.LOOPBACK);
  }

  EventRoutesTester(List<String> trustedProxies) {
    var collector =
        new Collector(
            validator(tally),
            new EventEnricher(
                userAgent -> Future.succeededFuture(Agent.UNKNOWN),
                CountryLookup.NONE,
                SaltFixtures.eachDayItsOwn(),
                DepartureLog.NONE),
            log,
            new Semaphore(1_000),
            tally,
            faults);
    var addresses = new ClientAddress(trustedProxies);
    var router = Router.router(vertx);
    var watch = new ProxyWatch(addresses, faults, tally::untrustedProxy);
    var routes =
        new EventRoutes(
            collector, tally, addresses, new StandingClock(NOON), () -> sitesKnown, watch);
    routes.mount(router);
    ProblemHandler.install(router);
    port = new HttpPort(vertx, new HttpConfig("127.0.0.1", 0, List.of()));
    port.open(routes.inFrontOf(router)).await();
  }

  int port() {
    return port.number();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(at(path)).build());
  }

  HttpResponse<String> post(String body) throws Exception {
    return send(events(BodyPublishers.ofString(body), "application/json"));
  }

  /** Posts a body like a page of an origin. */
  HttpResponse<String> post(String body, String origin) throws Exception {
    return send(
        HttpRequest.newBuilder(at("/api/events"))
            .header("Content-Type", "text/plain")
            .header("Origin", origin)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  HttpRequest events(BodyPublisher body, String type) {
    return HttpRequest.newBuilder(at("/api/events"))
        .header("Content-Type", type)
        .POST(body)
        .build();
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  static JsonNode assertProblem(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    return problem;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
