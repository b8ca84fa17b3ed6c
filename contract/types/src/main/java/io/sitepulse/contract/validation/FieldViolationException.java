package io.sitepulse.contract.validation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Thrown when a value violates a rule of its field. The message is in English and never contains
 * the value, because a client may send anything.
 */
public final class FieldViolationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final Rule rule;
  private final String detail;
  private final transient Map<String, Object> limits;

  /**
   * Creates a violation.
   *
   * @param field name of the field. A nested field is {@code baseline.asOf}.
   * @param detail text of the rule that follows the field's name, e.g. "is missing"
   * @param limits parameters of the rule, see {@link Rule}
   */
  public FieldViolationException(
      String field, Rule rule, String detail, Map<String, Object> limits) {
    super(field + " " + detail);
    this.field = field;
    this.rule = rule;
    this.detail = detail;
    this.limits = Map.copyOf(limits);
  }

  /** Creates a violation of a rule without parameters. */
  public FieldViolationException(String field, Rule rule, String detail) {
    this(field, rule, detail, Map.of());
  }

  /** Creates the violation of a field with a closed set of values. */
  public static FieldViolationException choice(String field, Collection<String> words) {
    var all = List.copyOf(words);
    String list =
        all.size() < 2
            ? String.join("", all)
            : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    return new FieldViolationException(field, Rule.CHOICE, "must be " + list, Map.of("of", all));
  }

  /** Copies the violation for another field name. */
  public FieldViolationException of(String other) {
    return new FieldViolationException(other, rule, detail, limits);
  }

  public String field() {
    return field;
  }

  public Rule rule() {
    return rule;
  }

  /** The text of the rule without the field's name. */
  public String detail() {
    return detail;
  }

  /** The field's name and the text of the rule. */
  public String sentence() {
    return field + " " + detail;
  }

  /** The parameters of the rule. */
  public Map<String, Object> limits() {
    return limits;
  }
}
