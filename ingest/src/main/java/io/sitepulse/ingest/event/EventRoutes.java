package io.sitepulse.ingest.event;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** The table of the collector's public routes. */
public final class EventRoutes {
  /** The longest body, in bytes; more is 413, counted while it comes in and never kept. */
  static final int BODY_LIMIT = 256 * 1024;

  private static final String EVENTS = "/api/events";
  private static final String PIXEL = "/api/pixel.gif";

  private final EventsHandler events;
  private final PixelHandler pixel;

  public EventRoutes(Collector collector, Senders senders, CollectorMetrics metrics) {
    this.events = new EventsHandler(collector, senders, metrics);
    this.pixel = new PixelHandler(collector, senders);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.options(EVENTS).setName(EVENTS).handler(Origins::preflight);
    router.route(EVENTS).setName(EVENTS).handler(Origins.readable());
    router.post(EVENTS).setName(EVENTS).handler(EventsHandler::checkType);
    router
        .post(EVENTS)
        .setName(EVENTS)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(events);
    router.route(EVENTS).setName(EVENTS).handler(context -> notAllowed(context, "POST, OPTIONS"));
    router.get(PIXEL).setName(PIXEL).handler(Origins.readable()).handler(pixel);
    router.route(PIXEL).setName(PIXEL).handler(context -> notAllowed(context, "GET"));
  }

  private static void notAllowed(RoutingContext context, String allowed) {
    context.response().putHeader(HttpHeaders.ALLOW, allowed);
    context.fail(405);
  }
}
