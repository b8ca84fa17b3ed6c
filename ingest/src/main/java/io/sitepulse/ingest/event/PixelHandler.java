package io.sitepulse.ingest.event;

import io.sitepulse.runtime.http.DeferredResponse;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.List;

/** Handles {@code GET /api/pixel.gif}: one view of a page without scripts. */
final class PixelHandler implements Handler<RoutingContext> {
  /** A transparent GIF of one pixel. */
  private static final Buffer GIF =
      Buffer.buffer(
          Base64.getDecoder()
              .decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="));

  private final Collector collector;
  private final ClientInfoReader clientInfoReader;

  PixelHandler(Collector collector, ClientInfoReader clientInfoReader) {
    this.collector = collector;
    this.clientInfoReader = clientInfoReader;
  }

  @Override
  public void handle(RoutingContext context) {
    ClientInfo clientInfo = clientInfoReader.of(context.request());
    DeferredResponse.of(
        collector.collect(List.of(view(context)), clientInfo),
        ingestOutcome -> answer(context, ingestOutcome),
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

  private static void answer(RoutingContext context, IngestOutcome ingestOutcome) {
    if (ingestOutcome.accepted() == 0) {
      context.fail(ingestOutcome.problem().asException());
      return;
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/gif")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(GIF);
  }
}
