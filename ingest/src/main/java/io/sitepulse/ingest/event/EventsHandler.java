package io.sitepulse.ingest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Handles {@code POST /api/events}. */
final class EventsHandler {
  /** {@code sendBeacon} sends {@code text/plain} without a CORS preflight. */
  private static final Set<String> TYPES = Set.of("application/json", "text/plain");

  private static final Problem WRONG_TYPE =
      Problem.of(
          415, "content-type", "Unsupported media type", "Send application/json or text/plain.");

  private static final byte[] ONE_ACCEPTED = bytes(new EventsResponse(1, List.of()));

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
    if (hasRightType(context.request())) {
      context.next();
    } else {
      context.fail(WRONG_TYPE.asException());
    }
  }

  /** Tells if the content type of a request is one of those that are read. */
  static boolean hasRightType(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && (TYPES.contains(type) || TYPES.contains(mediaType(type)));
  }

  /** Responds to a request that the router has read. */
  void handle(RoutingContext context) {
    Buffer body = context.body().buffer();
    handle(context.request(), body == null ? new byte[0] : body.getBytes(), context::fail);
  }

  /**
   * Responds to a request.
   *
   * @param refuse receives the failure if no event is accepted
   */
  void handle(HttpServerRequest request, byte[] body, Consumer<Throwable> refuse) {
    DeferredResponse.of(
        collector.collect(read(body), clients.apply(request)),
        response -> answer(request, response),
        refuse);
  }

  private List<IncomingEvent> read(byte[] body) {
    try {
      return IncomingEventsReader.read(body);
    } catch (ProblemException e) {
      metrics.unreadable();
      throw e;
    }
  }

  private static void answer(HttpServerRequest request, EventsResponse response) {
    if (response.accepted() == 0) {
      throw response.problem().asException();
    }
    request
        .response()
        .setStatusCode(202)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(json(response));
  }

  private static Buffer json(EventsResponse response) {
    // One accepted event is by far the most frequent response.
    boolean usual = response.accepted() == 1 && response.refused().isEmpty();
    return Buffer.buffer(usual ? ONE_ACCEPTED : bytes(response));
  }

  private static byte[] bytes(EventsResponse response) {
    try {
      return Json.MAPPER.writeValueAsBytes(response);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mediaType(String header) {
    int parameters = header.indexOf(';');
    String type = parameters < 0 ? header : header.substring(0, parameters);
    return type.trim().toLowerCase(Locale.ROOT);
  }
}
