package io.sitepulse.bench.read;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Load: readers of an event stream, each on a connection of its own. {@code GET /count} answers the
 * number of messages that all of them received. It is ready when all are connected.
 *
 * <p>{@code SseReaders PORT URL READERS}
 */
public final class SseReaders {
  private static final int OK = 200;

  private final AtomicLong messages = new AtomicLong();

  private SseReaders() {}

  /** Runs until SIGTERM. */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    int number = Integer.parseInt(arguments[2]);
    HttpClientAgent client =
        vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(number));
    var readers = new SseReaders();
    var connected = new ArrayList<Future<Void>>();
    for (int i = 0; i < number; i++) {
      connected.add(readers.connect(client, arguments[1]));
    }
    Future.all(connected).await();
    vertx
        .createHttpServer()
        .requestHandler(request -> request.response().end(readers.messages.toString()))
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .await();
  }

  private Future<Void> connect(HttpClientAgent client, String url) {
    var options = new RequestOptions().setAbsoluteURI(url).setMethod(HttpMethod.GET);
    return client
        .request(options)
        .compose(request -> request.send())
        .compose(
            response -> {
              if (response.statusCode() != OK) {
                return Future.failedFuture(url + " answered " + response.statusCode());
              }
              response.handler(RecordParser.newDelimited("\n\n", this::count));
              return Future.succeededFuture();
            });
  }

  /** Comments, which keep a connection alive, are no messages. */
  private void count(Buffer event) {
    if (event.toString(StandardCharsets.UTF_8).contains("data:")) {
      messages.incrementAndGet();
    }
  }
}
