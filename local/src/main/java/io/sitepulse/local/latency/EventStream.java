package io.sitepulse.local.latency;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.local.http.HttpExchange;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/** A client of a site's live counters, as a widget is one. */
final class EventStream {
  private static final String DATA = "data:";

  private EventStream() {}

  /**
   * Opens a stream.
   *
   * @param message called with each message when its last byte has arrived
   * @return completes when the stream is open, fails if the site is unknown
   */
  static Future<Void> open(HttpClient client, URI url, String site, Consumer<JsonNode> message) {
    URI live = url.resolve("/api/sites/" + site + "/counters/live");
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(live.toString())
            .putHeader("Accept", "text/event-stream");
    return HttpExchange.send(client, options, response -> read(response, site, message));
  }

  private static Future<Void> read(
      HttpClientResponse response, String site, Consumer<JsonNode> message) {
    if (response.statusCode() != 200) {
      return Future.failedFuture(
          new IOException("no live counters of " + site + ": status " + response.statusCode()));
    }
    response.handler(RecordParser.newDelimited("\n", line -> take(line, message)));
    return Future.succeededFuture();
  }

  private static void take(Buffer line, Consumer<JsonNode> message) {
    String text = line.toString();
    if (text.startsWith(DATA)) {
      try {
        message.accept(Json.MAPPER.readTree(text.substring(DATA.length())));
      } catch (IOException e) {
        throw new IllegalStateException("not JSON: " + text, e);
      }
    }
  }
}
