package io.sitepulse.contract.validation;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks for the components of records. Each throws an exception that names the field and the
 * limit.
 */
public final class Require {
  private Require() {}

  /**
   * Requires that a text matches a pattern.
   *
   * @throws IllegalArgumentException naming the field and the pattern. The message does not contain
   *     the value.
   */
  public static String matches(@Nullable String value, Pattern pattern, String field) {
    if (value == null || !pattern.matcher(value).matches()) {
      throw new FieldViolationException(
          field,
          Rule.FORMAT,
          "must match " + pattern.pattern(),
          Map.of("pattern", pattern.pattern()));
    }
    return value;
  }

  /**
   * Requires that a text is null or not longer than a limit.
   *
   * @throws IllegalArgumentException naming field and limit
   */
  public static @Nullable String atMost(@Nullable String value, int limit, String field) {
    if (value != null && value.length() > limit) {
      throw new FieldViolationException(
          field, Rule.LENGTH, "must be at most " + limit + " characters", Map.of("max", limit));
    }
    return value;
  }

  /**
   * Requires that a text is neither blank nor longer than a limit.
   *
   * @throws IllegalArgumentException naming field and limit
   */
  public static String text(@Nullable String value, int limit, String field) {
    if (value == null || value.isBlank() || value.length() > limit) {
      throw new FieldViolationException(
          field,
          Rule.LENGTH,
          "must be a text of 1 to " + limit + " characters",
          Map.of("min", 1, "max", limit));
    }
    return value;
  }

  /**
   * Requires that a number is not negative.
   *
   * @throws IllegalArgumentException naming the field
   */
  public static long notNegative(long value, String field) {
    if (value < 0) {
      throw new FieldViolationException(
          field, Rule.RANGE, "must not be negative", Map.of("min", 0));
    }
    return value;
  }

  /**
   * Requires that a number is in a range.
   *
   * @throws IllegalArgumentException naming the field and the limits
   */
  public static long range(long value, long min, long max, String field) {
    if (value < min || value > max) {
      throw new FieldViolationException(
          field, Rule.RANGE, "must be " + min + " to " + max, Map.of("min", min, "max", max));
    }
    return value;
  }

  /**
   * Requires that the size of a list is in a range.
   *
   * @param min 0 if it may be empty
   * @throws IllegalArgumentException naming the field and the limits
   */
  public static void count(Collection<?> list, int min, int max, String field) {
    if (list.size() > max && min == 0) {
      throw new FieldViolationException(
          field, Rule.COUNT, "must be at most " + max, Map.of("max", max));
    }
    if (list.size() < min || list.size() > max) {
      throw new FieldViolationException(
          field, Rule.COUNT, "must be " + min + " to " + max, Map.of("min", min, "max", max));
    }
  }

  /**
   * Requires that a value is not null.
   *
   * @throws IllegalArgumentException naming the field
   */
  public static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw new FieldViolationException(field, Rule.REQUIRED, "is missing");
    }
    return value;
  }
}
