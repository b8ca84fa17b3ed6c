package io.sitepulse.runtime.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.runtime.health.Readiness;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The routes {@code /health/live}, {@code /health/ready} and {@code /metrics} of every process. */
public final class OpsRoutes {
  private final Vertx vertx;
  private final Readiness readiness;
  private final PrometheusMeterRegistry registry;

  public OpsRoutes(Vertx vertx, Readiness readiness, PrometheusMeterRegistry registry) {
    this.vertx = vertx;
    this.readiness = readiness;
    this.registry = registry;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/health/live").setName("/health/live").handler(this::live);
    router.get("/health/ready").setName("/health/ready").handler(this::ready);
    router.get("/metrics").setName("/metrics").handler(this::metrics);
  }

  private void live(RoutingContext context) {
    context.json(new JsonObject().put("status", "up"));
  }

  private void ready(RoutingContext context) {
    Map<String, Boolean> states = readiness.states();
    boolean up = !states.containsValue(false);
    var checks = new LinkedHashMap<String, Object>();
    states.forEach((name, holds) -> checks.put(name, holds ? "up" : "down"));
    context.response().setStatusCode(up ? 200 : 503);
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    context.json(new JsonObject().put("status", up ? "up" : "down").put("checks", checks));
  }

  /** Writes all meters. This may take long, so it does not run on the event loop. */
  private void metrics(RoutingContext context) {
    vertx
        .executeBlocking(() -> registry.scrape("text/plain"), false)
        .onSuccess(
            text ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                    .end(text))
        .onFailure(context::fail);
  }
}
