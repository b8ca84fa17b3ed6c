package io.sitepulse.dashboard.manage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.sitepulse.contract.Json;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.web.JsonText;
import io.sitepulse.dashboard.web.Language;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request of somebody who may make it.
 *
 * @param context the request
 * @param signedIn who asks; empty on open routes only
 * @param sites the sites it is about that the caller may see; empty where it is about none
 */
public record Call(RoutingContext context, Optional<Caller> signedIn, List<Site> sites) {
  private static final String BODY = "body";

  public Call {
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
   * @throws io.sitepulse.contract.http.ProblemException 400 naming the parameter
   */
  public <T> T query(String name, String otherwise, Function<String, T> read) {
    String text = query(name);
    try {
      return read.apply(text == null ? otherwise : text);
    } catch (IllegalArgumentException e) {
      throw invalid(name, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The body as a record.
   *
   * @throws io.sitepulse.contract.http.ProblemException 400 naming the field
   */
  public <T> T body(Class<T> type) {
    Buffer body = context.body().buffer();
    try {
      T value = body == null ? null : Json.MAPPER.readValue(body.getBytes(), type);
      if (value == null) {
        throw invalid(BODY, "a JSON object is wanted");
      }
      return value;
    } catch (ValueInstantiationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw ruleBroken(String.valueOf(cause.getMessage()));
    } catch (JsonMappingException e) {
      throw invalid(fieldOf(e), "cannot be read");
    } catch (JsonProcessingException e) {
      throw invalid(BODY, "is not JSON");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
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
    body.onSuccess(this::json).onFailure(context::fail);
  }

  /** A 400 about one field or parameter. */
  public static RuntimeException invalid(String field, String detail) {
    return Problem.invalid(
            field + ": " + detail, List.of(new Problem.Fault(null, field, Reason.INVALID, detail)))
        .asException();
  }

  /** A 400 for a rule of a record; its message begins with the field's name. */
  public static RuntimeException ruleBroken(String message) {
    String field = message.split("[ :]", 2)[0];
    return Problem.invalid(
            message, List.of(new Problem.Fault(null, field, Reason.INVALID, message)))
        .asException();
  }

  private static String fieldOf(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? BODY : path;
  }
}
