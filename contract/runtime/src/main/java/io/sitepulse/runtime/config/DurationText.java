package io.sitepulse.runtime.config;

import java.time.Duration;
import java.util.regex.Pattern;

/** Parses durations such as {@code 250ms}, {@code 30s} or ISO 8601. */
final class DurationText {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private DurationText() {}

  static Duration parse(String text) {
    var match = SHORT.matcher(text.trim());
    Duration duration = match.matches() ? of(match.group(1), match.group(2)) : Duration.parse(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("not positive");
    }
    return duration;
  }

  private static Duration of(String number, String unit) {
    long amount = Long.parseLong(number);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
