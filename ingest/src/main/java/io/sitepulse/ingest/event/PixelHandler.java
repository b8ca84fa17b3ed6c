package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.runtime.http.DeferredResponse;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.List;

/** {@code GET /api/pixel.gif}: one page view of a page without scripts. */
final class PixelHandler implements Handler<RoutingContext> {
  /** The smallest transparent GIF: 43 bytes. */
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
    // Not the request's own parameters: those throw on broken percent-encoding, these answer 400.
    MultiMap query = context.queryParams();
    String page = query.get("page");
    return new IncomingEvent(
        null,
        null,
        EventKind.VIEW,
        query.get("site"),
        page == null ? context.request().getHeader(HttpHeaders.REFERER) : page,
        query.get("title"),
        query.get("referrer"),
        null,
        null,
        0,
        0,
        false,
        List.of());
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
