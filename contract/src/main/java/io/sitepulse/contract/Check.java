package io.sitepulse.contract;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What compact constructors of records ask of their values; each refusal names field and limit. */
public final class Check {
  private Check() {}

  /**
   * Asks that a text matches a pattern whole.
   *
   * @throws IllegalArgumentException naming the field, the pattern and nothing of the value (it may
   *     be anything a stranger sent)
   */
  public static String matches(@Nullable String value, Pattern pattern, String field) {
    if (value == null || !pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(field + " must match " + pattern.pattern());
    }
    return value;
  }

  /**
   * Asks that a text, if there is one, is not longer than a limit.
   *
   * @throws IllegalArgumentException naming field and limit
   */
  public static @Nullable String atMost(@Nullable String value, int limit, String field) {
    if (value != null && value.length() > limit) {
      throw new IllegalArgumentException(field + " must be at most " + limit + " characters");
    }
    return value;
  }

  /**
   * Asks that a text is neither blank nor longer than a limit.
   *
   * @throws IllegalArgumentException naming field and limit
   */
  public static String text(@Nullable String value, int limit, String field) {
    if (value == null || value.isBlank() || value.length() > limit) {
      throw new IllegalArgumentException(
          field + " must be a text of 1 to " + limit + " characters");
    }
    return value;
  }

  /**
   * Asks that a number is zero or more.
   *
   * @throws IllegalArgumentException naming the field
   */
  public static long notNegative(long value, String field) {
    if (value < 0) {
      throw new IllegalArgumentException(field + " must not be negative");
    }
    return value;
  }

  /**
   * Asks that a value is there.
   *
   * @throws IllegalArgumentException naming the field
   */
  public static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }
}
