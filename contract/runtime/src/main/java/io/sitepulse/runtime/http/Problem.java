package io.sitepulse.runtime.http;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error response, {@code application/problem+json} (RFC 9457).
 *
 * @param type kind of the problem, a stable relative reference
 * @param title short text for the kind
 * @param status HTTP status
 * @param detail text for this occurrence. It says what to do and never contains what a client sent.
 * @param errors invalid fields, may be empty
 */
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * An invalid field.
   *
   * @param index position in an array, or null
   * @param field name of the field
   * @param reason reason for the refusal
   * @param code violated rule of the field, for translations, or null if the reason is enough
   * @param limits parameters of the rule, see {@link Rule}, or null if it has none
   * @param detail violated rule or limit, in English
   */
  public record Fault(
      @Nullable Integer index,
      String field,
      Reason reason,
      @Nullable Rule code,
      @Nullable Map<String, Object> limits,
      String detail) {
    /** Creates a fault without a rule. */
    public Fault(@Nullable Integer index, String field, Reason reason, String detail) {
      this(index, field, reason, null, null, detail);
    }

    /** Creates a fault from a violated rule. */
    public static Fault of(FieldViolationException broken) {
      var limits = broken.limits().isEmpty() ? null : broken.limits();
      return new Fault(
          null, broken.field(), Reason.INVALID, broken.rule(), limits, broken.detail());
    }
  }

  /** Creates a problem without fields. */
  public static Problem of(int status, String kind, String title, String detail) {
    return new Problem("/problems/" + kind, title, status, detail, List.of());
  }

  /** Creates the 400 problem of a request with invalid fields. */
  public static Problem invalid(String detail, List<Fault> errors) {
    return new Problem("/problems/invalid", "The request is not valid", 400, detail, errors);
  }

  /** Creates the 400 problem of a field that violates a rule. */
  public static Problem invalid(FieldViolationException violation) {
    return invalid(violation.sentence(), List.of(Fault.of(violation)));
  }

  /** Creates the 404 problem. */
  public static Problem notFound(String detail) {
    return of(404, "not-found", "Not found", detail);
  }

  /**
   * Creates the 503 problem of a dependency that does not respond. It is sent with {@code
   * Retry-After}.
   */
  public static Problem unavailable(String detail) {
    return of(503, "unavailable", "Temporarily unavailable", detail);
  }

  /** Wraps the problem in an exception, to throw it or to fail a future. */
  public ProblemException asException() {
    return new ProblemException(this, null);
  }

  /**
   * Wraps the problem in an exception that says when to try again.
   *
   * @param retryAfter is sent as {@code Retry-After}, rounded up to seconds
   */
  public ProblemException asException(Duration retryAfter) {
    return new ProblemException(this, retryAfter);
  }
}
