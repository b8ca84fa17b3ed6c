package io.sitepulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.poll.Visibility;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares the routes and their responses with the OpenAPI document. */
class OpenApiIT {
  private static final String VOTE = "{\"choices\":[\"useful\"]}";
  private static final HttpMethod GET = HttpMethod.GET;
  private static final HttpMethod POST = HttpMethod.POST;

  /** Operations of the ingest module. */
  private static final Set<String> INGEST =
      Set.of("POST /api/events", "OPTIONS /api/events", "GET /api/pixel.gif");

  private final DashboardTester pulse = DashboardTester.start();
  private ApiDocument document;

  @BeforeEach
  void fill() throws Exception {
    document = new ApiDocument(pulse.vertx());
    pulse.sites.put("demo", Samples.site("demo", "https://portal.example"));
    pulse.counters.put("demo", Samples.counters("demo", 2, 536, pulse.clock.instant()));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    pulse.polls.put("once", Samples.poll("once", Visibility.AFTER_VOTING, false));
    var late = Instant.parse("2020-01-01T00:00:00Z");
    pulse.polls.put("over", Samples.poll("over", Visibility.ALWAYS, true, null, late, false));
    pulse.tallies.put("open", Samples.tally("open", Map.of("useful", 3L), 3));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void routesAndOperationsOfTheDocumentAreTheSame() {
    var described = document.operations();
    described.removeAll(INGEST);
    var missingFiles = new TreeSet<>(described);
    missingFiles.removeAll(routes());
    // Scripts are only served if the program was built with the browser side.
    assertThat(missingFiles).allMatch(operation -> operation.contains(" /sitepulse"));
    assertThat(described).containsAll(routes());
  }

  @Test
  void theDocumentIsServed() throws Exception {
    var answer = get("/api/openapi.yaml");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("openapi: 3.1.0");
  }

  @Test
  void responsesMatchTheDocument() throws Exception {
    assertThat(get("/api/sites/demo/counters").statusCode()).isEqualTo(200);
    get("/api/sites/demo/counters.svg?lang=en");
    assertThat(get("/api/polls/open").statusCode()).isEqualTo(200);
    get("/api/polls/once");
    get("/api/polls/over");
    get("/embed/counter?site=demo");
    get("/embed/poll?poll=open");
    get("/health/live");
    get("/health/ready");
    get("/metrics");
    assertThat(vote("open", VOTE).statusCode()).isEqualTo(202);
  }

  @Test
  void problemsMatchTheDocument() throws Exception {
    get("/api/sites/nobody/counters");
    get("/api/sites/nobody/counters/live");
    get("/api/sites/demo/counters.svg?show=x");
    get("/api/polls/nothing");
    get("/api/polls/nothing/live");
    get("/embed/counter?site=nobody");
    get("/embed/counter?site=demo&show=x");
    get("/embed/poll?poll=nothing");
    vote("nothing", VOTE);
    vote("over", VOTE);
    vote("open", "{}");
    vote("open", " ".repeat(20_000));
    vote("open", VOTE, "Origin", "https://evil.example");
    document.describes(
        POST,
        "/api/polls/open/votes",
        pulse.send(POST, "/api/polls/open/votes", VOTE, "Content-Type", "text/plain"));
    document.describes(
        POST,
        "/embed/poll",
        pulse.send(
            POST, "/embed/poll", "a=b", "Content-Type", "application/x-www-form-urlencoded"));
    pulse.producer.fail();
    assertThat(vote("open", VOTE).statusCode()).isEqualTo(503);
  }

  @Test
  void anUnsupportedMethodIsAnswered405WithTheAllowedMethods() throws Exception {
    for (String path :
        new String[] {
          "/api/sites/demo/counters",
          "/api/sites/demo/counters/live",
          "/api/sites/demo/counters.svg",
          "/api/polls/open",
          "/api/polls/open/live",
          "/embed/counter",
          "/api/openapi.yaml"
        }) {
      var answer = pulse.send(HttpMethod.DELETE, path, "");
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow").orElse("")).startsWith("GET");
      document.describes(GET, path, answer);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    var answer = pulse.get(path);
    document.describes(GET, path.split("\\?", 2)[0], answer);
    return answer;
  }

  private HttpResponse<String> vote(String poll, String body, String... headers) throws Exception {
    var answer = pulse.vote(poll, body, headers);
    document.describes(POST, "/api/polls/" + poll + "/votes", answer);
    return answer;
  }

  private Set<String> routes() {
    var all = new TreeSet<String>();
    for (Route route : pulse.router.getRoutes()) {
      if (route.getName() != null && route.methods() != null) {
        String path = route.getName().replaceAll(":(\\w+)", "{$1}");
        // The pages of the dashboard and the way to them are not part of the API.
        if (!path.startsWith("/dashboard") && !path.equals("/")) {
          route.methods().forEach(method -> all.add(method + " " + path));
        }
      }
    }
    return all;
  }
}
