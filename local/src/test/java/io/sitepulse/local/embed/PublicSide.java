package io.sitepulse.local.embed;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The public HTTP interface of sitepulse. */
final class PublicSide {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  PublicSide(URI url) {
    this.url = url;
  }

  /** Views, visits and visitors. */
  record Sums(long views, long visits, long visitors) {}

  Sums today(String site) {
    return period(site, "today");
  }

  /** The sums of {@code today}, {@code yesterday}, … {@code total}. */
  Sums period(String site, String name) {
    JsonNode sums = json("/api/sites/" + site + "/counters").path(name);
    return new Sums(
        sums.path("views").asLong(), sums.path("visits").asLong(), sums.path("visitors").asLong());
  }

  /** A gauge of the operators' metrics, by its name there. */
  double gauge(String name) {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  long online(String site) {
    return json("/api/sites/" + site + "/counters").path("online").asLong();
  }

  long participants(String poll) {
    return json("/api/polls/" + poll).path("participants").asLong();
  }

  /** The ballots of one option, as the poll tells them to everybody. */
  long ballots(String poll, String option) {
    for (JsonNode one : json("/api/polls/" + poll).path("options")) {
      if (one.path("id").asText().equals(option)) {
        return one.path("ballots").asLong();
      }
    }
    throw new AssertionError("no option " + option);
  }

  /** The votes of as many new voters. */
  void vote(String poll, int voters, List<String> choices) {
    String names = choices.stream().collect(Collectors.joining("\",\"", "\"", "\""));
    for (int i = 0; i < voters; i++) {
      String body = "{\"choices\":[%s],\"id\":\"%s\"}".formatted(names, UUID.randomUUID());
      var answer =
          send(
              request("/api/polls/" + poll + "/votes")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build());
      if (answer.statusCode() != 202) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
    }
  }

  /** An answer as it comes. */
  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  private JsonNode json(String path) {
    try {
      return Json.MAPPER.readTree(get(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
