package io.sitepulse.ingest.event;

import io.sitepulse.runtime.http.DeferredResponse;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Handles {@code GET /api/pixel.gif}: one view of a page without scripts. */
final class PixelHandler implements Handler<RoutingContext> {
  /** A transparent GIF of one pixel. */
  private static final Buffer GIF =
      Buffer.buffer(
          Base64.getDecoder()
              .decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="));

  private final Collector collector;
  private final Function<HttpServerRequest, ClientInfo> clients;

  PixelHandler(Collector collector, Function<HttpServerRequest, ClientInfo> clients) {
    this.collector = collector;
    this.clients = clients;
  }

  @Override
  public void handle(RoutingContext context) {
    DeferredResponse.of(
        collector.collect(List.of(view(context)), clients.apply(context.request())),
        response -> answer(context, response),
        context::fail);
  }

  private static IncomingEvent view(RoutingContext context) {
    // The parameters of the request would throw on invalid percent-encoding. These respond with
    // 400.
    MultiMap query = context.queryParams();
    String page = query.get("page");
    return IncomingEvent.builder()
        .site(query.get("site"))
        .page(page == null ? context.request().getHeader(HttpHeaders.REFERER) : page)
        .title(query.get("title"))
        .referrer(query.get("referrer"))
        .build();
  }

  private static void answer(RoutingContext context, EventsResponse response) {
    if (response.accepted() == 0) {
      context.fail(response.problem().asException());
      return;
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/gif")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(GIF);
  }
}
