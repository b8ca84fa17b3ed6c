package io.sitepulse.ingest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Handles {@code POST /api/events}. */
final class EventsHandler implements Handler<RoutingContext> {
  /** {@code sendBeacon} sends {@code text/plain} without a CORS preflight. */
  private static final Set<String> TYPES = Set.of("application/json", "text/plain");

  private static final Problem WRONG_TYPE =
      Problem.of(
          415, "content-type", "Unsupported media type", "Send application/json or text/plain.");

  private final Collector collector;
  private final Function<HttpServerRequest, ClientInfo> clients;
  private final CollectorMetrics metrics;

  EventsHandler(
      Collector collector,
      Function<HttpServerRequest, ClientInfo> clients,
      CollectorMetrics metrics) {
    this.collector = collector;
    this.clients = clients;
    this.metrics = metrics;
  }

  /** Refuses other content types before the body is read. */
  static void checkType(RoutingContext context) {
    if (TYPES.contains(mediaType(context.request().getHeader(HttpHeaders.CONTENT_TYPE)))) {
      context.next();
    } else {
      context.fail(WRONG_TYPE.asException());
    }
  }

  @Override
  public void handle(RoutingContext context) {
    DeferredResponse.of(
        collector.collect(read(context), clients.apply(context.request())),
        response -> answer(context, response),
        context::fail);
  }

  private List<IncomingEvent> read(RoutingContext context) {
    Buffer body = context.body().buffer();
    try {
      return IncomingEventsReader.read(body == null ? new byte[0] : body.getBytes());
    } catch (ProblemException e) {
      metrics.unreadable();
      throw e;
    }
  }

  private static void answer(RoutingContext context, EventsResponse response) {
    if (response.accepted() == 0) {
      context.fail(response.problem().asException());
      return;
    }
    context
        .response()
        .setStatusCode(202)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(json(response));
  }

  private static Buffer json(EventsResponse response) {
    try {
      return Buffer.buffer(Json.MAPPER.writeValueAsBytes(response));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mediaType(@Nullable String header) {
    if (header == null) {
      return "";
    }
    int parameters = header.indexOf(';');
    String type = parameters < 0 ? header : header.substring(0, parameters);
    return type.trim().toLowerCase(Locale.ROOT);
  }
}
