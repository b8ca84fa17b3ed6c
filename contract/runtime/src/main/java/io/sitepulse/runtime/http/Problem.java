package io.sitepulse.runtime.http;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, {@code application/problem+json} (RFC 9457).
 *
 * @param type what kind of problem, as a relative reference that does not change
 * @param title the kind in words
 * @param status HTTP status
 * @param detail this occurrence in words; says what to do, never what a stranger sent
 * @param errors which fields are at fault, empty if none in particular
 */
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * One field at fault.
   *
   * @param index position in an array, or null
   * @param field name of the field
   * @param reason the word for it
   * @param code which rule of the field is broken, for words in other languages; null where the
   *     reason says it all
   * @param limits what goes with the rule, see {@link Rule}; null if nothing does
   * @param detail the rule or limit it breaks, in English
   */
  public record Fault(
      @Nullable Integer index,
      String field,
      Reason reason,
      @Nullable Rule code,
      @Nullable Map<String, Object> limits,
      String detail) {
    /** One whose reason says it all. */
    public Fault(@Nullable Integer index, String field, Reason reason, String detail) {
      this(index, field, reason, null, null, detail);
    }

    /** What breaks a rule. */
    public static Fault of(FieldViolationException broken) {
      var limits = broken.limits().isEmpty() ? null : broken.limits();
      return new Fault(
          null, broken.field(), Reason.INVALID, broken.rule(), limits, broken.detail());
    }
  }

  /** A problem without fields. */
  public static Problem of(int status, String kind, String title, String detail) {
    return new Problem("/problems/" + kind, title, status, detail, List.of());
  }

  /** The request is wrong in some fields. */
  public static Problem invalid(String detail, List<Fault> errors) {
    return new Problem("/problems/invalid", "The request is not valid", 400, detail, errors);
  }

  /** Nothing of that name is here. */
  public static Problem notFound(String detail) {
    return of(404, "not-found", "Not found", detail);
  }

  /** A part we depend on is away; try again. Goes out with {@code Retry-After}. */
  public static Problem unavailable(String detail) {
    return of(503, "unavailable", "Temporarily unavailable", detail);
  }

  /** This as something to throw or to fail a future with. */
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
