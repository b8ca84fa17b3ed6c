package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.dashboard.http.ConditionalResponse;
import io.sitepulse.dashboard.http.Cors;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.http.Methods;
import io.sitepulse.dashboard.sse.LiveState;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.sse.SseHub;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** {@code /api/sites/{site}/counters} as JSON, as an event stream and as an SVG image. */
public final class CounterRoutes {
  private static final String COUNTERS = "/api/sites/:site/counters";
  private static final String LIVE = COUNTERS + "/live";
  private static final String IMAGE = COUNTERS + ".svg";

  private final LiveCounters counters;
  private final SseHub<String, LiveState> hub;

  public CounterRoutes(LiveCounters counters, SseConnections connections) {
    this.counters = counters;
    this.hub = connections.hub(counters::state);
    counters.onChange(hub::changed);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    Methods.read(router, COUNTERS).handler(this::json);
    Methods.only(router, COUNTERS, "GET, HEAD");
    router.get(LIVE).setName(LIVE).handler(this::live);
    Methods.only(router, LIVE, "GET");
    Methods.read(router, IMAGE).handler(this::image);
    Methods.only(router, IMAGE, "GET, HEAD");
  }

  private void json(RoutingContext context) {
    Cors.anyOrigin(context);
    CountersResponse body = counters.response(siteOf(context)).orElseThrow(CounterRoutes::unknown);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, JsonText.TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=1");
    ConditionalResponse.answer(context, JsonText.of(body));
  }

  private void live(RoutingContext context) {
    Cors.anyOrigin(context);
    String site = siteOf(context);
    if (counters.figures(site).isEmpty()) {
      throw unknown();
    }
    hub.subscribe(context, site, LiveState.view());
  }

  private void image(RoutingContext context) {
    Cors.anyOrigin(context);
    CounterView view = CounterView.of(context.queryParams());
    Optional<CounterFigures> figures = counters.figures(siteOf(context));
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/svg+xml; charset=utf-8")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
        .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .putHeader("X-Content-Type-Options", "nosniff");
    if (figures.isEmpty()) {
      // Browsers draw an image also with this status. Without one it would be a broken image.
      context
          .response()
          .setStatusCode(404)
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .end(CounterImage.unknown(view));
      return;
    }
    context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=30, stale-while-revalidate=60");
    ConditionalResponse.answer(context, Buffer.buffer(CounterImage.draw(view, figures.get())));
  }

  private static String siteOf(RoutingContext context) {
    return context.pathParam("site");
  }

  private static RuntimeException unknown() {
    return Problem.notFound("No such site.").asException();
  }
}
