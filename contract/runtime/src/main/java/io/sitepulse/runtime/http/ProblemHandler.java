package io.sitepulse.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes all error responses and maps failures to statuses. */
public final class ProblemHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final String RETRY_AFTER_SECONDS = "2";
  private static final int FRAMES = 12;

  /** A percent sign without two hexadecimal digits, which cannot be decoded. */
  private static final Pattern MALFORMED_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private static final Map<Integer, Problem> BY_STATUS =
      Map.of(
          400, Problem.of(400, "invalid", "Bad request", "The request cannot be understood."),
          404, Problem.notFound("There is nothing at this address."),
          405, Problem.of(405, "method", "Method not allowed", "See Allow for what is."),
          406, Problem.of(406, "accept", "Not acceptable", "Ask for a type this address has."),
          413, Problem.of(413, "too-large", "Content too large", "The body is over the limit."),
          415, Problem.of(415, "content-type", "Unsupported media type", "See the API document."),
          503, Problem.unavailable("Try again in a moment."));

  /** Makes a router respond with a problem to every failure and every unknown path. */
  public static void install(Router router) {
    var handler = new ProblemHandler();
    router.route().failureHandler(handler);
    BY_STATUS.keySet().forEach(status -> router.errorHandler(status, handler));
    router.errorHandler(500, handler);
  }

  /** Sends a problem. */
  public static void answer(RoutingContext context, Problem problem) {
    answer(context.request(), problem);
  }

  /**
   * Responds to a request outside a router that has failed.
   *
   * @param route pattern of its route, for the log
   */
  public static void fail(HttpServerRequest request, String route, Throwable failure) {
    retryAfter(request.response(), failure);
    answer(
        request, failure instanceof ProblemException e ? e.problem() : unexpected(route, failure));
  }

  private static void answer(HttpServerRequest request, Problem problem) {
    var response = request.response();
    if (response.ended() || response.headWritten()) {
      request.connection().close();
      return;
    }
    response.setStatusCode(problem.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    boolean later = problem.status() == 503 || problem.status() == 429;
    if (later && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
      response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response.end(Buffer.buffer(bytes(problem)));
  }

  @Override
  public void handle(RoutingContext context) {
    retryAfter(context.response(), context.failure());
    answer(context, problemOf(context));
  }

  private static void retryAfter(HttpServerResponse response, @Nullable Throwable failure) {
    if (failure instanceof ProblemException e && !response.headWritten()) {
      e.retryAfterSeconds()
          .ifPresent(
              seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }
  }

  private static Problem problemOf(RoutingContext context) {
    if (context.failure() instanceof ProblemException e) {
      return e.problem();
    }
    Problem known = BY_STATUS.get(context.statusCode());
    if (known == null && MALFORMED_ESCAPE.matcher(context.request().uri()).find()) {
      known = BY_STATUS.get(400); // Vert.x decodes path and query where a route matches, and fails.
    }
    return known == null ? unexpected(RouteMetrics.routeOf(context), context.failure()) : known;
  }

  private static Problem unexpected(String route, @Nullable Throwable failure) {
    String incident = UUID.randomUUID().toString();
    LOG.atError()
        .addKeyValue(LogKeys.INCIDENT, incident)
        .addKeyValue(LogKeys.ROUTE, route)
        .addKeyValue(LogKeys.ERROR, whereabouts(failure))
        .log("request failed");
    return Problem.of(500, "internal", "Internal error", "Tell the operator: " + incident);
  }

  /**
   * Describes an exception by class and stack trace. The message is left out, because it may quote
   * the path or the body that a client sent.
   */
  private static String whereabouts(@Nullable Throwable failure) {
    if (failure == null) {
      return "none";
    }
    String frames =
        Arrays.stream(failure.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < "));
    String cause =
        failure.getCause() == null ? "" : " caused by " + whereabouts(failure.getCause());
    return failure.getClass().getName() + " at " + frames + cause;
  }

  private static byte[] bytes(Problem problem) {
    try {
      return Json.MAPPER.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
