package io.sitepulse.dashboard.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that passed the access check: reads its parameters and body, and writes the response.
 *
 * @param signedIn the caller, empty on open routes only
 * @param sites the sites of the request that the caller may view, empty if the route has none
 */
public record RequestContext(RoutingContext context, Optional<Caller> signedIn, List<Site> sites) {
  public RequestContext {
    sites = List.copyOf(sites);
  }

  /** Returns the caller. Not available on open routes. */
  public Caller caller() {
    return signedIn.orElseThrow();
  }

  /**
   * Returns the id of the browser session. Account settings require one: an API token that could
   * create tokens would outlive its own expiry.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403 if the caller uses an API token
   */
  public String requireBrowserSession() {
    String session = caller().session();
    if (session == null) {
      throw AccessProblems.forbidden("Sign in with a browser. API tokens cannot do this.");
    }
    return session;
  }

  /** Returns a path parameter. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** Returns a query parameter, or null. */
  public @Nullable String query(String name) {
    return context.queryParams().get(name);
  }

  /** Returns the language for files and texts: English for {@code language=en}, else Vietnamese. */
  public Language language() {
    return Language.of(query("language"));
  }

  /**
   * Parses a query parameter.
   *
   * @param otherwise text to parse if the parameter is absent
   * @param read throws IllegalArgumentException with a message for the caller
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the parameter
   */
  public <T> T query(String name, String otherwise, Function<String, T> read) {
    String text = query(name);
    try {
      return read.apply(text == null ? otherwise : text);
    } catch (IllegalArgumentException e) {
      throw invalid(name, e);
    }
  }

  /**
   * Returns the body as a record.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the field that is not valid or
   *     not known
   */
  public <T> T body(Class<T> type) {
    return RequestBody.read(object(), type);
  }

  /**
   * Returns the body as a change of some fields.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 if it is not an object
   */
  public MergePatch patch() {
    return new MergePatch(object());
  }

  /**
   * Returns the body as JSON.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 if it is not an object
   */
  public ObjectNode object() {
    return objectOf(context);
  }

  /** Returns the body as JSON before the access check, to look up the sites of a request. */
  public static ObjectNode objectOf(RoutingContext context) {
    return RequestBody.object(context.body().buffer());
  }

  /**
   * Returns the precondition of a write. {@code If-Match} requires that the definition is
   * unchanged, {@code If-None-Match: *} that it does not exist.
   */
  public Precondition precondition() {
    var request = context.request();
    return new Precondition(
        request.getHeader(HttpHeaders.IF_MATCH), request.getHeader(HttpHeaders.IF_NONE_MATCH));
  }

  /** Answers with JSON and the entity tag of the definition that it describes. */
  public void entity(int status, Object definition, Object body) {
    context.response().putHeader(HttpHeaders.ETAG, EntityTag.tagOf(definition));
    json(status, body);
  }

  public void json(Object body) {
    json(200, body);
  }

  public void json(int status, Object body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, JsonText.TYPE)
        .end(JsonText.of(body));
  }

  /** Answers 204. */
  public void noContent() {
    context.response().setStatusCode(204).end();
  }

  /** Answers 200 with the result of a future, or with its failure. */
  public void json(Future<?> body) {
    respond(body, this::json);
  }

  /** Answers 204 once a future completes, or with its failure. */
  public void noContent(Future<?> work) {
    respond(work, ended -> noContent());
  }

  /** Answers with the result of a future, or with its failure. */
  public <T> void respond(Future<T> work, Consumer<? super T> answer) {
    DeferredResponse.of(work, answer, context::fail);
  }

  /** Returns a 400 problem about a field or parameter. */
  public static RuntimeException invalid(String field, Rule rule, String detail) {
    return invalid(new FieldViolationException(field, rule, detail));
  }

  /** Returns a 400 problem about a field or parameter, with the message of an exception. */
  public static RuntimeException invalid(String field, IllegalArgumentException e) {
    return invalid(
        e instanceof FieldViolationException violation
            ? violation.of(field)
            : new FieldViolationException(field, Rule.INVALID, String.valueOf(e.getMessage())));
  }

  /** Returns a 400 problem about the field that an exception names. */
  public static RuntimeException invalid(IllegalArgumentException e) {
    if (e instanceof FieldViolationException violation) {
      return Problem.invalid(violation).asException();
    }
    String[] fieldAndDetail = String.valueOf(e.getMessage()).split("[ :]", 2);
    return invalid(
        new FieldViolationException(
            fieldAndDetail[0], Rule.INVALID, fieldAndDetail[fieldAndDetail.length - 1]));
  }
}
