package io.sitepulse.runtime.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Times every request of a router as {@code sitepulse.http.requests}, tagged with method, route
 * (its pattern, never the path) and status. Must be the first route of a router.
 */
public final class RouteMetrics implements Handler<RoutingContext> {
  private final MeterRegistry registry;

  public RouteMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(RoutingContext context) {
    Timer.Sample sample = Timer.start(registry);
    context.addEndHandler(done -> sample.stop(timer(context)));
    context.next();
  }

  private Timer timer(RoutingContext context) {
    return Timer.builder("sitepulse.http.requests")
        .description("Requests by route and status")
        .publishPercentileHistogram()
        .tag("method", methodOf(context))
        .tag("route", routeOf(context))
        .tag("status", Integer.toString(context.response().getStatusCode()))
        .register(registry);
  }

  /** The pattern of the route that responded, or {@code none}. */
  static String routeOf(RoutingContext context) {
    var route = context.currentRoute();
    if (route == null) {
      return "none";
    }
    String path = route.getName();
    return path == null ? "none" : path;
  }

  /**
   * The method as a tag. Clients may send any method name, so unusual ones become {@code other}.
   */
  private static String methodOf(RoutingContext context) {
    return switch (context.request().method().name()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" ->
          context.request().method().name();
      default -> "other";
    };
  }
}
