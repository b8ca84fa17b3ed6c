package io.sitepulse.ingest.event;

import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.BooleanSupplier;

/** The public routes of the collector. */
public final class EventRoutes {
  /** Largest request body in bytes. A larger one gets 413 while it is received. */
  static final int BODY_LIMIT = 256 * 1024;

  private static final String EVENTS = "/api/events";
  private static final String PIXEL = "/api/pixel.gif";

  private final EventsHandler events;
  private final PixelHandler pixel;
  private final BooleanSupplier sitesKnown;

  /**
   * Prepares the routes.
   *
   * @param sitesKnown false while the sites are being read. Then the response is 503, because a
   *     site that has not been read yet would be refused as unknown.
   */
  public EventRoutes(
      Collector collector,
      ClientInfoReader clientInfoReader,
      CollectorMetrics metrics,
      BooleanSupplier sitesKnown) {
    this.sitesKnown = sitesKnown;
    this.events = new EventsHandler(collector, clientInfoReader, metrics);
    this.pixel = new PixelHandler(collector, clientInfoReader);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.options(EVENTS).setName(EVENTS).handler(Origins::preflight);
    router.route(EVENTS).setName(EVENTS).handler(Origins.readable());
    router.post(EVENTS).setName(EVENTS).handler(EventsHandler::checkType);
    router.post(EVENTS).setName(EVENTS).handler(this::onceSitesAreKnown);
    router
        .post(EVENTS)
        .setName(EVENTS)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(events);
    router.route(EVENTS).setName(EVENTS).handler(context -> notAllowed(context, "POST, OPTIONS"));
    router.route(PIXEL).setName(PIXEL).handler(Origins.readable());
    router.get(PIXEL).setName(PIXEL).handler(this::onceSitesAreKnown).handler(pixel);
    router.route(PIXEL).setName(PIXEL).handler(context -> notAllowed(context, "GET"));
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
