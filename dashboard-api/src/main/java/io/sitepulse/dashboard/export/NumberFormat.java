package io.sitepulse.dashboard.export;

import io.sitepulse.dashboard.http.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats of changes, shares, days and durations. {@link Language} formats whole numbers. */
public final class NumberFormat {
  private static final DateTimeFormatter VIETNAMESE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private NumberFormat() {}

  /** A change with its sign: {@code +12,3%}, {@code −5,0%}, {@code 0,0%}. */
  public static String change(Language language, double change) {
    String size = percent(language, Math.abs(change));
    boolean nothing = size.equals(percent(language, 0));
    return nothing ? size : (change < 0 ? "−" : "+") + size;
  }

  /**
   * A share as a percentage with one decimal place, so that columns align: {@code 40,0%}.
   *
   * @param share not negative
   */
  public static String percent(Language language, double share) {
    long tenths = Math.round(share * 1000);
    return language.number(tenths / 10) + language.of(",", ".") + tenths % 10 + "%";
  }

  /** A day: {@code 21/11/2026}, {@code 2026-11-21}. */
  public static String day(Language language, LocalDate day) {
    return language.of(VIETNAMESE.format(day), day.toString());
  }

  /**
   * A duration in its two largest units: {@code 1.204 giờ 05 phút}, {@code 2 phút 05 giây}.
   *
   * @param ms in milliseconds, truncated to seconds
   */
  public static String duration(Language language, long ms) {
    long seconds = ms / 1000;
    long minutes = seconds / 60;
    if (minutes >= 60) {
      String hours = language.number(minutes / 60);
      return hours + language.of(" giờ ", " h ") + two(minutes % 60) + language.of(" phút", " min");
    }
    if (minutes > 0) {
      return minutes
          + language.of(" phút ", " min ")
          + two(seconds % 60)
          + language.of(" giây", " s");
    }
    return seconds + language.of(" giây", " s");
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
