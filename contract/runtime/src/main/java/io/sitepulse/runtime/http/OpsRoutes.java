package io.sitepulse.runtime.http;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.runtime.health.Readiness;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes {@code /health/live}, {@code /health/ready} and {@code /metrics} of every process. The
 * metric {@code sitepulse.ready} has the checks of {@code /health/ready} at the time of a scrape.
 */
public final class OpsRoutes {
  private final Vertx vertx;
  private final Readiness readiness;
  private final PrometheusMeterRegistry registry;
  private final MultiGauge checks;

  public OpsRoutes(Vertx vertx, Readiness readiness, PrometheusMeterRegistry registry) {
    this.vertx = vertx;
    this.readiness = readiness;
    this.registry = registry;
    this.checks =
        MultiGauge.builder("sitepulse.ready")
            .description("1 if a check of readiness holds, 0 if not")
            .register(registry);
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
    var body = new JsonObject().put("status", up ? "up" : "down").put("checks", checks);
    List<String> warnings = readiness.warnings();
    if (!warnings.isEmpty()) {
      body.put("warnings", warnings);
    }
    context.json(body);
  }

  /** Writes all meters. This may take long, so it does not run on the event loop. */
  private void metrics(RoutingContext context) {
    vertx
        .executeBlocking(this::scrape, false)
        .onSuccess(
            text ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                    .end(text))
        .onFailure(context::fail);
  }

  /** One scrape at a time, because the rows of the gauge are replaced. */
  private synchronized String scrape() {
    checks.register(
        readiness.states().entrySet().stream()
            .map(check -> row(check.getKey(), check.getValue()))
            .toList(),
        true);
    return registry.scrape("text/plain");
  }

  private static MultiGauge.Row<Number> row(String check, boolean holds) {
    return MultiGauge.Row.of(Tags.of("check", check), holds ? 1 : 0);
  }
}
