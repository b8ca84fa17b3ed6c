package io.sitepulse.bench.read;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * The ceiling of reading: answers every request with the same bytes, and {@code /live} with an
 * event stream that sends them to all readers at once, as often as the product does at most.
 *
 * <p>{@code BareAnswer PORT BODY}
 */
public final class BareAnswer {
  private static final long INTERVAL_MILLIS = 1000;

  private final List<HttpServerResponse> readers = new ArrayList<>();
  private final Buffer body;
  private final Buffer message;

  private BareAnswer(String body) {
    this.body = Buffer.buffer(body);
    this.message = Buffer.buffer("data: " + body + "\n\n");
  }

  /** Runs until SIGTERM. */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    var answer = new BareAnswer(arguments[1]);
    vertx
        .createHttpServer()
        .requestHandler(answer::handle)
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .await();
  }

  /** The timer runs on the event loop of the server, as all requests do. */
  private void handle(HttpServerRequest request) {
    if (request.path().equals("/live")) {
      subscribe(request.response());
    } else {
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .putHeader("Cache-Control", "public, max-age=1")
          .end(body);
    }
  }

  private void subscribe(HttpServerResponse response) {
    if (readers.isEmpty()) {
      Vertx.currentContext().owner().setPeriodic(INTERVAL_MILLIS, timer -> sendToAll());
    }
    readers.add(response);
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    response.write(message);
  }

  private void sendToAll() {
    readers.forEach(reader -> reader.write(message));
  }
}
