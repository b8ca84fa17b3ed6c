package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.ApiDocument;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the collector's answers to the API document, which dashboard-api serves. */
class IngestApiIT {
  private static final String EVENTS = "/api/events";
  private static final String PIXEL = "/api/pixel.gif";
  private static final String VIEW = "{\"site\":\"demo\",\"page\":\"/\"}";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Vertx VERTX = Vertx.vertx();

  private static Sitepulse pulse;
  private static ApiDocument document;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    pulse =
        Sitepulse.start(
            SitepulseOptions.in(folder)
                .with("SITEPULSE_DEFINITIONS_SEED", "shipped")
                .with("SITEPULSE_OPERATOR_NETWORKS", "127.0.0.0/8, 198.51.100.0/24"));
    document = new ApiDocument(VERTX);
  }

  @AfterAll
  static void stop() {
    pulse.close();
    VERTX.close();
  }

  @Test
  void whatIsAcceptedAndWhatIsRefusedIsAnsweredAsDocumented() throws Exception {
    assertPosted(VIEW, "application/json", 202);
    assertPosted("[" + VIEW + ",{\"site\":\"demo\"}]", "text/plain", 202);
    assertPosted("{\"site\":\"demo\"}", "application/json", 400);
    assertPosted("{\"site\":\"demo\",\"page\":", "application/json", 400);
    assertPosted("{\"site\":\"nowhere\",\"page\":\"/\"}", "application/json", 404);
    assertPosted(" ".repeat(300_000), "application/json", 413);
    assertPosted(VIEW, "application/xml", 415);
  }

  @Test
  void aWrongMethodIsAProblemToo() throws Exception {
    var answer = send(request(EVENTS).PUT(BodyPublishers.ofString(VIEW)));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Allow")).isPresent();
  }

  @Test
  void thePixelIsAnsweredAsDocumented() throws Exception {
    assertPixel("?site=demo&page=/", 200);
    assertPixel("?site=nowhere&page=/", 404);
    assertPixel("?page=/", 400);
  }

  /** The port is the public one too. A proxy on this machine tells who asks. */
  @Test
  void healthAndMetricsAreAnsweredToOperatorsOnly(@TempDir Path folder) throws Exception {
    String nothing = send(request("/nowhere")).body();
    for (String path : List.of("/metrics", "/health/live", "/health/ready")) {
      assertThat(send(request(path)).statusCode()).as(path).isEqualTo(200);
      assertThat(asked(path, "X-Forwarded-For", "198.51.100.7").statusCode()).isEqualTo(200);
      for (String hops : List.of("203.0.113.9", "127.0.0.1, 203.0.113.9", "2001:db8::1")) {
        var answer = asked(path, "X-Forwarded-For", hops);
        assertThat(answer.statusCode()).as(path + " " + hops).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(nothing.replace("/nowhere", path));
      }
      assertThat(asked(path, "Forwarded", "for=203.0.113.9").statusCode()).isEqualTo(404);
    }
    // Unless the setting names others, only this machine is answered.
    assertThat(LocalSettings.read(SitepulseOptions.in(folder)).operatorNetworks())
        .isEqualTo(ClientAddress.LOOPBACK);
  }

  private static HttpResponse<String> asked(String path, String header, String value)
      throws Exception {
    return send(request(path).header(header, value));
  }

  private static void assertPosted(String body, String type, int status) throws Exception {
    var post = request(EVENTS).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    var answer = send(post);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    document.describes(HttpMethod.POST, EVENTS, answer);
  }

  private static void assertPixel(String query, int status) throws Exception {
    var answer = send(request(PIXEL + query));
    assertThat(answer.statusCode()).isEqualTo(status);
    document.describes(HttpMethod.GET, PIXEL, answer);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(pulse.url().resolve(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
