package io.sitepulse.dashboard.sse;

import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns requests into readers of a hub, and bounds how many there are in this instance. */
public final class SseConnections {
  private static final String RETRY = "retry: 2000\n\n";

  private final SseConfig config;
  private final DashboardMetrics metrics;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean closing;

  public SseConnections(SseConfig config, DashboardMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /** Answers with the event stream of a subject; 503 when there are too many or we are leaving. */
  public <K> void open(RoutingContext context, SseHub<K> hub, K subject) {
    var reader = new SseSubscriber(context.response());
    if (open(context, () -> hub.leave(subject, reader))) {
      hub.join(subject, reader);
    }
  }

  /**
   * Answers with an event stream that the caller writes to.
   *
   * @param ended called once it is over
   * @return false: it was answered 503, there are too many or we are leaving
   */
  public boolean open(RoutingContext context, Runnable ended) {
    if (closing || open.incrementAndGet() > config.maxConnections()) {
      refuse(context);
      return false;
    }
    metrics.streamOpened();
    context.addEndHandler(
        done -> {
          open.decrementAndGet();
          metrics.streamClosed();
          ended.run();
        });
    head(context).write(RETRY);
    return true;
  }

  /** Refuses new readers from now on. */
  public void close() {
    closing = true;
  }

  private void refuse(RoutingContext context) {
    if (!closing) {
      open.decrementAndGet();
    }
    metrics.streamTurnedAway();
    ProblemHandler.answer(context, Problem.unavailable("Too many open streams; poll instead."));
  }

  private static HttpServerResponse head(RoutingContext context) {
    return context
        .response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
        .putHeader("X-Accel-Buffering", "no");
  }
}
