package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.dashboard.auth.session.CsrfGuard;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A test browser that keeps cookies and the CSRF token, as a page of the dashboard does. */
public final class Browser {
  public final Map<String, String> cookies = new LinkedHashMap<>();

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private URI place;
  private String csrf = "";

  /** Opens the origin of an instance. */
  Browser(String origin) {
    this.place = URI.create(origin);
  }

  /** Switches to another instance behind the same name. */
  public Browser at(String origin) {
    place = URI.create(origin);
    return this;
  }

  public Answer signIn(String login, String password) throws Exception {
    return keep(
        post(
            "/session",
            Json.MAPPER.writeValueAsString(Map.of("login", login, "password", password))));
  }

  /** Keeps the CSRF token of a session response. */
  public Answer keep(Answer answer) throws Exception {
    if (answer.status() < 300) {
      csrf = answer.json().path("csrf").asText();
    }
    return answer;
  }

  public Answer get(String path, String... headers) throws Exception {
    return send(HttpMethod.GET, path, "", headers);
  }

  public Answer post(String path, String body, String... headers) throws Exception {
    return send(HttpMethod.POST, path, body, headers);
  }

  Answer put(String path, String body, String... headers) throws Exception {
    return send(HttpMethod.PUT, path, body, headers);
  }

  public Answer delete(String path) throws Exception {
    return send(HttpMethod.DELETE, path, "");
  }

  public Answer send(HttpMethod method, String path, String body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(place.resolve(ManageRoutes.ROOT + path))
            .method(method.name(), HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(20));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!cookies.isEmpty()) {
      request.header("Cookie", jar());
    }
    if (!csrf.isEmpty()) {
      request.header(CsrfGuard.HEADER, csrf);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(this::store);
    var read = new Answer(answer);
    read.mustHaveCodes();
    return read;
  }

  private String jar() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void store(String header) {
    String[] pair = header.split(";", 2)[0].split("=", 2);
    if (header.contains("Max-Age=0;")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  /** A response. */
  public record Answer(HttpResponse<String> raw) {
    int status() {
      return raw.statusCode();
    }

    JsonNode json() throws Exception {
      return Json.MAPPER.readTree(raw.body());
    }

    String text(String field) throws Exception {
      return json().at("/" + field).asText();
    }

    /** The kind of a problem, e.g. {@code credentials}. */
    String problem() throws Exception {
      return text("type").replace("/problems/", "");
    }

    /** Requires a code for every field error, because clients translate codes. */
    void mustHaveCodes() throws Exception {
      if (header("Content-Type").equals("application/problem+json")) {
        for (JsonNode fault : json().path("errors")) {
          assertThat(fault.path("code").asText()).as(raw.body()).isNotIn("", "invalid");
        }
      }
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status() + " " + raw.body();
    }
  }
}
