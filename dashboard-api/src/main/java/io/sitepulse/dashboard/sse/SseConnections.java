package io.sitepulse.dashboard.sse;

import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemHandler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Creates the hubs of this instance, opens their event streams and limits the number of streams, of
 * all clients together and of one network.
 */
public final class SseConnections {
  private static final String RETRY = "retry: 2000\n\n";
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

  /** Streams of a network stay open for minutes, so an earlier attempt would be in vain. */
  private static final String RETRY_NETWORK_SECONDS = "60";

  private final Vertx vertx;
  private final Clock clock;
  private final SseConfig config;
  private final ClientAddress clients;
  private final StreamsPerNetwork networks;
  private final MicrometerDashboardMetrics metrics;
  private final List<SseHub<?, ?>> hubs = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean closing;

  public SseConnections(
      Vertx vertx,
      Clock clock,
      SseConfig config,
      ClientAddress clients,
      MicrometerDashboardMetrics metrics) {
    this.vertx = vertx;
    this.clock = clock;
    this.config = config;
    this.clients = clients;
    this.networks = new StreamsPerNetwork(config.maxPerNetwork());
    this.metrics = metrics;
  }

  /**
   * Creates a hub that polls a subject when it has changed and twice a second, and publishes at
   * most one state an interval.
   *
   * @param source computes the present state of a subject, or empty if there is no such subject. It
   *     is called on an event loop and must not block
   */
  public <K, S> SseHub<K, S> hub(Function<K, Optional<S>> source) {
    return add(new SseHub<>(this, POLL_INTERVAL, config.interval(), source));
  }

  /**
   * Creates a hub that polls its subjects once an interval and at no other time.
   *
   * @param source as of {@link #hub}
   */
  public <K, S> SseHub<K, S> periodicHub(Function<K, Optional<S>> source) {
    return add(new SseHub<>(this, config.interval(), Duration.ZERO, source));
  }

  /** Starts the timers of all hubs. Call once, after the hubs have been created. */
  public void start() {
    hubs.forEach(SseHub::start);
  }

  /** Refuses new streams from now on and ends the open ones cleanly. */
  public Future<Void> close() {
    closing = true;
    return Future.join(hubs.stream().map(SseHub::close).toList()).mapEmpty();
  }

  /**
   * Starts the answer to a request as an event stream.
   *
   * @param onEnd called once the stream has ended
   * @return false if the request was answered 503, because the connection limit is reached or the
   *     server is shutting down, or 429, because the limit of its network is reached
   */
  boolean open(RoutingContext request, Runnable onEnd) {
    if (closing || open.incrementAndGet() > config.maxConnections()) {
      refuse(request);
      return false;
    }
    String client = clients.of(request.request());
    if (!networks.tryAcquire(client)) {
      refuseNetwork(request);
      return false;
    }
    metrics.streamOpened();
    request.addEndHandler(
        done -> {
          open.decrementAndGet();
          networks.release(client);
          metrics.streamClosed();
          onEnd.run();
        });
    head(request).write(RETRY);
    return true;
  }

  Vertx vertx() {
    return vertx;
  }

  Clock clock() {
    return clock;
  }

  SseConfig config() {
    return config;
  }

  MicrometerDashboardMetrics metrics() {
    return metrics;
  }

  private <K, S> SseHub<K, S> add(SseHub<K, S> hub) {
    hubs.add(hub);
    return hub;
  }

  private void refuse(RoutingContext request) {
    if (!closing) {
      open.decrementAndGet();
    }
    metrics.streamRefused();
    ProblemHandler.answer(
        request, Problem.unavailable("Too many open streams. Poll the resource instead."));
  }

  private void refuseNetwork(RoutingContext request) {
    open.decrementAndGet();
    metrics.streamRefused();
    request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_NETWORK_SECONDS);
    ProblemHandler.answer(
        request,
        Problem.of(
            429,
            "too-many-streams",
            "Too many open streams",
            "Your network has too many open streams. Poll the resource instead."));
  }

  private static HttpServerResponse head(RoutingContext request) {
    return request
        .response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
        .putHeader("X-Accel-Buffering", "no");
  }
}
