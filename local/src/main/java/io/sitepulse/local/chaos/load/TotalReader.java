package io.sitepulse.local.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.local.chaos.book.Totals;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A reader of an event stream at one instance of dashboard-api, as a widget is one. It connects
 * again when the stream ends.
 */
public final class TotalReader implements AutoCloseable {
  private static final String DATA = "data:";
  private static final int OK = 200;
  private static final long RETRY_MILLIS = 500;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final URI url;
  private final Totals totals;
  private final Thread thread;

  private TotalReader(URI url, Totals totals) {
    this.url = url;
    this.totals = totals;
    this.thread = new Thread(this::readOn, "reader of " + url);
    this.thread.setDaemon(true);
  }

  /** Reads the live counters of a site. */
  public static TotalReader ofSite(URI dashboard, String site, Totals totals) {
    return open(dashboard.resolve("/api/sites/" + site + "/counters/live"), totals);
  }

  /** Reads the live result of a poll. */
  public static TotalReader ofPoll(URI dashboard, String poll, Totals totals) {
    return open(dashboard.resolve("/api/polls/" + poll + "/live"), totals);
  }

  private static TotalReader open(URI url, Totals totals) {
    var reader = new TotalReader(url, totals);
    reader.thread.start();
    return reader;
  }

  private void readOn() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        read();
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws InterruptedException {
    var request = HttpRequest.newBuilder(url).header("Accept", "text/event-stream").build();
    try {
      HttpResponse<Stream<String>> response =
          http.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        if (response.statusCode() == OK) {
          lines.filter(line -> line.startsWith(DATA)).forEach(this::take);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The instance is away. The next attempt comes soon.
    }
  }

  private void take(String line) {
    try {
      JsonNode message = Json.MAPPER.readTree(line.substring(DATA.length()));
      JsonNode total = message.path("total");
      if (total.isObject()) {
        totals.saw(url + " views", total.path("views").asLong(), System.nanoTime());
        totals.saw(url + " visitors", total.path("visitors").asLong(), System.nanoTime());
      } else if (message.path("participants").isNumber()) {
        totals.saw(url + " participants", message.path("participants").asLong(), System.nanoTime());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
