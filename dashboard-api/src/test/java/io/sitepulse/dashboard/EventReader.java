package io.sitepulse.dashboard;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

/** Client of an event stream. It collects the messages in the background. */
public final class EventReader implements AutoCloseable {
  /** One message. */
  public record Event(JsonObject data) {}

  public final List<Event> events = new CopyOnWriteArrayList<>();
  public final List<String> lines = new CopyOnWriteArrayList<>();
  public final HttpResponse<InputStream> response;
  private volatile boolean ended;

  private EventReader(HttpResponse<InputStream> response) {
    this.response = response;
    var thread = new Thread(this::read, "event-reader");
    thread.setDaemon(true);
    thread.start();
  }

  static EventReader open(HttpClient client, URI address, String... headers) {
    var request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new EventReader(
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean ended() {
    return ended;
  }

  public JsonObject last() {
    return events.get(events.size() - 1).data();
  }

  @Override
  public void close() throws IOException {
    response.body().close();
  }

  private void read() {
    try (var scanner = new Scanner(response.body(), StandardCharsets.UTF_8)) {
      while (scanner.hasNextLine()) {
        String line = scanner.nextLine();
        lines.add(line);
        if (line.startsWith("data: ")) {
          events.add(new Event(new JsonObject(line.substring(6))));
        }
      }
    }
    ended = true;
  }
}
