package io.sitepulse.runtime.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Times every request of a router as {@code sitepulse.http.requests}, tagged with method, route
 * (its pattern, never the path) and status. Must be the first route of a router.
 */
public final class RouteMetrics implements Handler<RoutingContext> {
  private final MeterRegistry registry;
  private final Map<Tags, Timer> timers = new ConcurrentHashMap<>();

  private record Tags(String method, String route, int status) {}

  public RouteMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(RoutingContext context) {
    Timer.Sample sample = Timer.start(registry);
    context.addEndHandler(
        done ->
            sample.stop(
                timer(methodOf(context), routeOf(context), context.response().getStatusCode())));
    context.next();
  }

  /**
   * The timer of a route, for requests that do not pass the router.
   *
   * @param method name of the method, in capitals
   * @param route pattern of the route
   * @param status HTTP status
   */
  public Timer timer(String method, String route, int status) {
    return timers.computeIfAbsent(new Tags(method, route, status), this::register);
  }

  private Timer register(Tags tags) {
    return Timer.builder("sitepulse.http.requests")
        .description("Requests by route and status")
        .publishPercentileHistogram()
        .tag("method", tags.method)
        .tag("route", tags.route)
        .tag("status", Integer.toString(tags.status))
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
