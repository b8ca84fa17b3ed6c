package io.sitepulse.local.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.function.Function;

/**
 * Sends a request and reads the response.
 *
 * <p>The reader is set on the connection's event loop, in the turn in which the head arrives. A
 * caller that sets it from its own thread may be late: Vert.x throws an {@link
 * IllegalStateException} once the response has ended.
 */
public final class HttpExchange {
  private HttpExchange() {}

  /** Sends a request without a body. */
  public static <T> Future<T> send(
      HttpClient client, RequestOptions options, Function<HttpClientResponse, Future<T>> reader) {
    return client.request(options).compose(request -> request.send().compose(reader));
  }

  /** Sends a request with a body. */
  public static <T> Future<T> send(
      HttpClient client,
      RequestOptions options,
      Buffer body,
      Function<HttpClientResponse, Future<T>> reader) {
    return client.request(options).compose(request -> request.send(body).compose(reader));
  }
}
