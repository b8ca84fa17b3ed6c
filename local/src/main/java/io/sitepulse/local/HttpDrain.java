package io.sitepulse.local;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Closes the port in two steps. Event streams end between the two. */
final class HttpDrain {
  private static final long SECONDS = 15;

  private final LocalHttp http;
  private volatile Future<Void> closed = Future.succeededFuture();

  HttpDrain(LocalHttp http) {
    this.http = http;
  }

  void begin() {
    closed = http.shutdown();
  }

  void await() throws TimeoutException {
    closed.await(SECONDS, TimeUnit.SECONDS);
  }
}
