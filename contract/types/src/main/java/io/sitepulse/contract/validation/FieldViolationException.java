package io.sitepulse.contract.validation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A value that breaks a rule of its field. The message is for people, in English, and has nothing
 * of the value in it: that may be anything a stranger sent.
 */
public final class FieldViolationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final Rule rule;
  private final String detail;
  private final transient Map<String, Object> limits;

  /**
   * A value that breaks a rule.
   *
   * @param field where, {@code baseline.asOf} inside of another one
   * @param detail the rule in words that go on after the field's name: "is missing"
   * @param limits what goes with the rule, see {@link Rule}
   */
  public FieldViolationException(
      String field, Rule rule, String detail, Map<String, Object> limits) {
    super(field + " " + detail);
    this.field = field;
    this.rule = rule;
    this.detail = detail;
    this.limits = Map.copyOf(limits);
  }

  /** A rule without limits. */
  public FieldViolationException(String field, Rule rule, String detail) {
    this(field, rule, detail, Map.of());
  }

  /** None of the words there are. */
  public static FieldViolationException choice(String field, Collection<String> words) {
    var all = List.copyOf(words);
    String list =
        all.size() < 2
            ? String.join("", all)
            : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    return new FieldViolationException(field, Rule.CHOICE, "must be " + list, Map.of("of", all));
  }

  /** The same said of another field, as whoever sent it knows it. */
  public FieldViolationException of(String other) {
    return new FieldViolationException(other, rule, detail, limits);
  }

  public String field() {
    return field;
  }

  public Rule rule() {
    return rule;
  }

  /** The rule in words, without the field's name. */
  public String detail() {
    return detail;
  }

  /** Field and rule in words. */
  public String sentence() {
    return field + " " + detail;
  }

  /** What goes with the rule. */
  public Map<String, Object> limits() {
    return limits;
  }
}
