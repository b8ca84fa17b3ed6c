package io.sitepulse.dashboard;

import io.sitepulse.dashboard.http.Cors;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers 503 until all topic tables are loaded, because a table that is not loaded looks like one
 * without sites, counters or accounts. Requests for event streams wait instead, so that browsers
 * need not reconnect. Files, health and metrics do not need a table.
 */
final class LoadingGuard {
  private static final List<String> PATHS =
      List.of("/api/sites/*", "/api/polls/*", "/api/manage/*", "/embed/*");
  private static final String STREAM = "/live";
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** Bounds the memory of waiting requests. */
  private static final int MOST_WAITING = 10_000;

  private final Future<Void> loaded;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Creates the guard.
   *
   * @param loaded completes once all tables are loaded
   */
  LoadingGuard(Future<Void> loaded) {
    this.loaded = loaded;
  }

  /** Adds the guard. Routes that are added later are behind it. */
  void mount(Router router) {
    PATHS.forEach(path -> router.route(path).handler(this::check));
  }

  private void check(RoutingContext context) {
    if (loaded.succeeded() || context.request().method().equals(HttpMethod.OPTIONS)) {
      context.next();
    } else if (isStream(context) && waiting.incrementAndGet() <= MOST_WAITING) {
      await(context);
    } else {
      Cors.withCredentials(context);
      throw Problem.unavailable("The data is being loaded. Retry in some seconds.")
          .asException(RETRY);
    }
  }

  private static boolean isStream(RoutingContext context) {
    String path = context.normalizedPath();
    return path != null && path.endsWith(STREAM);
  }

  /** Continues on the request's own event loop, unless the client has gone. */
  private void await(RoutingContext context) {
    var eventLoop = context.vertx().getOrCreateContext();
    context.request().pause();
    loaded.onSuccess(
        done ->
            eventLoop.runOnContext(
                now -> {
                  if (!context.response().closed()) {
                    context.request().resume();
                    context.next();
                  }
                }));
  }
}
