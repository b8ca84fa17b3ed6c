package io.sitepulse.ingest.event;

import io.sitepulse.ingest.fault.ProxyWatch;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemHandler;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The public routes of the collector. */
public final class EventRoutes {
  /** Largest request body in bytes. A larger one gets 413 while it is received. */
  static final int BODY_LIMIT = 256 * 1024;

  /** Path of the events. */
  public static final String EVENTS = "/api/events";

  private static final String PREFLIGHT_SECONDS = "86400";
  private static final String PIXEL = "/api/pixel.gif";

  private final EventsHandler events;
  private final PixelHandler pixel;
  private final BooleanSupplier sitesKnown;
  private final CollectorMetrics metrics;

  /**
   * Prepares the routes.
   *
   * @param sitesKnown false while the sites are being read. Then the response is 503, because a
   *     site that has not been read yet would be refused as unknown.
   * @param proxyWatch looks at each request for events
   */
  public EventRoutes(
      Collector collector,
      CollectorMetrics metrics,
      ClientAddress addresses,
      Clock clock,
      BooleanSupplier sitesKnown,
      ProxyWatch proxyWatch) {
    Function<HttpServerRequest, ClientInfo> clients =
        request -> {
          Instant received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          proxyWatch.watch(request, received);
          return ClientInfo.of(request, addresses.of(request), received);
        };
    this.sitesKnown = sitesKnown;
    this.metrics = metrics;
    this.events = new EventsHandler(collector, clients, metrics);
    this.pixel = new PixelHandler(collector, clients);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.options(EVENTS).setName(EVENTS).handler(EventRoutes::preflight);
    router.route(EVENTS).setName(EVENTS).handler(EventRoutes::letPagesReadTheResponse);
    router.post(EVENTS).setName(EVENTS).handler(EventsHandler::checkType);
    router.post(EVENTS).setName(EVENTS).handler(this::onceSitesAreKnown);
    router
        .post(EVENTS)
        .setName(EVENTS)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(events::handle);
    router.route(EVENTS).setName(EVENTS).handler(context -> notAllowed(context, "POST, OPTIONS"));
    router.route(PIXEL).setName(PIXEL).handler(EventRoutes::letPagesReadTheResponse);
    router.get(PIXEL).setName(PIXEL).handler(this::onceSitesAreKnown).handler(pixel);
    router.route(PIXEL).setName(PIXEL).handler(context -> notAllowed(context, "GET"));
  }

  /**
   * Responds to the usual requests with events before the router, which costs as much as reading
   * and checking an event. What has to be refused before its body is read, and a body of unknown
   * length, goes to the router, like all other requests.
   */
  public Handler<HttpServerRequest> inFrontOf(Router router) {
    return request -> {
      if (isUsual(request)) {
        collect(request);
      } else {
        router.handle(request);
      }
    };
  }

  private boolean isUsual(HttpServerRequest request) {
    return HttpMethod.POST.equals(request.method())
        && EVENTS.equals(request.path())
        && sitesKnown.getAsBoolean()
        && EventsHandler.hasRightType(request)
        && hasSmallBody(request.getHeader(HttpHeaders.CONTENT_LENGTH));
  }

  private static boolean hasSmallBody(@Nullable String length) {
    try {
      return length != null && Long.parseLong(length) <= BODY_LIMIT;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void collect(HttpServerRequest request) {
    long begun = System.nanoTime();
    letPagesReadTheResponse(request);
    request
        .response()
        .endHandler(
            done ->
                metrics.answered(request.response().getStatusCode(), System.nanoTime() - begun));
    request.bodyHandler(
        body -> {
          try {
            events.handle(request, body.getBytes(), failure -> fail(request, failure));
          } catch (RuntimeException e) {
            fail(request, e);
          }
        });
  }

  private static void fail(HttpServerRequest request, Throwable failure) {
    ProblemHandler.fail(request, EVENTS, failure);
  }

  /**
   * Responds to a CORS preflight request. It does not contain the site, so any origin is allowed,
   * without credentials. {@link io.sitepulse.contract.site.Site#allows} decides about each event.
   */
  private static void preflight(RoutingContext context) {
    context
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST, OPTIONS")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type")
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS)
        .end();
  }

  /**
   * Lets the page read the response, even if its origin is refused. To a page, an unreadable
   * response looks like a network error, and the tracker would retry for a day.
   */
  private static void letPagesReadTheResponse(RoutingContext context) {
    letPagesReadTheResponse(context.request());
    context.next();
  }

  private static void letPagesReadTheResponse(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (origin != null) {
      response
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
    }
  }

  private void onceSitesAreKnown(RoutingContext context) {
    if (sitesKnown.getAsBoolean()) {
      context.next();
    } else {
      context.fail(Problem.unavailable("The collector is starting.").asException());
    }
  }

  private static void notAllowed(RoutingContext context, String allowed) {
    context.response().putHeader(HttpHeaders.ALLOW, allowed);
    context.fail(405);
  }
}
