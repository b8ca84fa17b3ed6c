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
 * One request of somebody who may make it.
 *
 * @param context the request
 * @param signedIn who asks; empty on open routes only
 * @param sites the sites it is about that the caller may see; empty where it is about none
 */
public record RequestContext(RoutingContext context, Optional<Caller> signedIn, List<Site> sites) {
  public RequestContext {
    sites = List.copyOf(sites);
  }

  /** Who asks; not on open routes. */
  public Caller caller() {
    return signedIn.orElseThrow();
  }

  /** A part of the address. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** A parameter of the query, or null. */
  public @Nullable String query(String name) {
    return context.queryParams().get(name);
  }

  /** The language that files and texts are wanted in: {@code language=en}, Vietnamese otherwise. */
  public Language language() {
    return Language.of(query("language"));
  }

  /**
   * Reads a value of the query.
   *
   * @param read throws IllegalArgumentException with words for the caller
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
   * The body as a record.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the field; also one that the
   *     record does not know
   */
  public <T> T body(Class<T> type) {
    return RequestBody.read(object(), type);
  }

  /**
   * The body laid over what is there, as a record: what it leaves out stays, null takes away.
   *
   * @param present what is there, of the same shape
   * @throws io.sitepulse.runtime.http.ProblemException as {@link #body(Class)}
   */
  public <T> T body(T present, Class<T> type) {
    return RequestBody.read(RequestBody.over(present, object()), type);
  }

  /**
   * The body as JSON.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 if it is no object
   */
  public ObjectNode object() {
    return objectOf(context);
  }

  /** The same before there is a call, to tell which sites a request is about. */
  public static ObjectNode objectOf(RoutingContext context) {
    return RequestBody.object(context.body().buffer());
  }

  /**
   * Asks that nobody has changed a definition since the caller read it, if they say what they read.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 412 if somebody has
   */
  public void mustMatch(Object definition) {
    mustMatchOrMake(Optional.of(definition));
  }

  /**
   * The same of something that a request may make as well as change: {@code If-Match} asks that it
   * is there, {@code If-None-Match: *} that it is not.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 412 if it is otherwise
   */
  public void mustMatchOrMake(Optional<?> definition) {
    var request = context.request();
    EntityTag.match(request.getHeader(HttpHeaders.IF_MATCH), definition);
    EntityTag.matchNone(request.getHeader(HttpHeaders.IF_NONE_MATCH), definition);
  }

  /** Answers with the entry of a definition, which tells the definition's entity tag. */
  public void entry(int status, Object definition, Object entry) {
    context.response().putHeader(HttpHeaders.ETAG, EntityTag.tagOf(definition));
    json(status, entry);
  }

  /** Answers 200 with JSON. */
  public void json(Object body) {
    json(200, body);
  }

  /** Answers with JSON. */
  public void json(int status, Object body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, JsonText.TYPE)
        .end(JsonText.of(body));
  }

  /** Answers 204. */
  public void done() {
    context.response().setStatusCode(204).end();
  }

  /** Answers 200 with what a future brings, or with its failure. */
  public void json(Future<?> body) {
    after(body, this::json);
  }

  /** Answers 204 after some work, or with its failure. */
  public void done(Future<?> work) {
    after(work, ended -> done());
  }

  /** Answers with what some work brings, or with its failure. */
  public <T> void after(Future<T> work, Consumer<? super T> answer) {
    DeferredResponse.of(work, answer, context::fail);
  }

  /** A 400 about one field or parameter. */
  public static RuntimeException invalid(String field, Rule rule, String detail) {
    return broken(new FieldViolationException(field, rule, detail));
  }

  /** A 400 about one field or parameter, whatever the exception calls it. */
  public static RuntimeException invalid(String field, IllegalArgumentException e) {
    return broken(
        e instanceof FieldViolationException broken
            ? broken.of(field)
            : new FieldViolationException(field, Rule.INVALID, String.valueOf(e.getMessage())));
  }

  /** A 400 for a rule of a record; the exception knows the field. */
  public static RuntimeException broken(IllegalArgumentException e) {
    if (e instanceof FieldViolationException broken) {
      return Problem.invalid(broken.sentence(), List.of(Problem.Fault.of(broken))).asException();
    }
    String[] words = String.valueOf(e.getMessage()).split("[ :]", 2);
    return broken(new FieldViolationException(words[0], Rule.INVALID, words[words.length - 1]));
  }
}
