package io.sitepulse.dashboard.live;

import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.http.ProblemHandler;
import io.sitepulse.dashboard.DashboardMetrics;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns requests into readers of a hub, and bounds how many there are in this instance. */
public final class EventStreams {
  private static final String RETRY = "retry: 2000\n\n";

  private final LiveConfig config;
  private final DashboardMetrics metrics;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean closing;

  public EventStreams(LiveConfig config, DashboardMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /** Answers with the event stream of a subject; 503 when there are too many or we are leaving. */
  public <K> void open(RoutingContext context, LiveHub<K> hub, K subject) {
    if (closing || open.incrementAndGet() > config.maxConnections()) {
      refuse(context);
      return;
    }
    metrics.streamOpened();
    HttpServerResponse response = head(context);
    var reader = new Reader(response);
    context.addEndHandler(
        done -> {
          open.decrementAndGet();
          metrics.streamClosed();
          hub.leave(subject, reader);
        });
    response.write(RETRY);
    hub.join(subject, reader);
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
