package io.sitepulse.dashboard.review.document;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.period.PeriodKind;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.PeriodResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/** Names of periods as offices write them. */
public final class PeriodLabels {
  private static final DateTimeFormatter VIETNAMESE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

  private final Language language;

  PeriodLabels(Language language) {
    this.language = language;
  }

  /** The name of a period: {@code 6 tháng đầu năm 2026}, {@code the first half of 2026}. */
  public String name(Period period) {
    LocalDate from = period.from();
    String year = " năm " + from.getYear();
    int quarter = (from.getMonthValue() - 1) / 3;
    return switch (period.kind()) {
      case DAY -> language.of("ngày ", "") + day(from);
      case WEEK -> week(from);
      case MONTH -> language.of("tháng " + from.getMonthValue() + year, MONTH.format(from));
      case QUARTER ->
          language.of(
              "quý " + ROMAN.get(quarter) + year,
              "the " + ORDINALS.get(quarter) + " quarter of " + from.getYear());
      case HALF_YEAR ->
          language.of(
              "6 tháng " + (quarter < 2 ? "đầu" : "cuối") + year,
              "the " + (quarter < 2 ? "first" : "second") + " half of " + from.getYear());
      case YEAR -> language.of("năm ", "") + from.getYear();
      case FREE -> dates(from, period.to());
    };
  }

  /** A period at the beginning of a sentence: {@code Trong quý IV năm 2026}. */
  public String during(Period period) {
    return switch (period.kind()) {
      case FREE -> upper(dates(period.from(), period.to()));
      case DAY -> language.of("Trong ", "On ") + name(period);
      default -> language.of("Trong ", "In ") + name(period);
    };
  }

  /** Days from one to another: {@code từ ngày 01/01/2026 đến ngày 30/06/2026}. */
  public String dates(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return language.of("ngày ", "") + day(from);
    }
    return language.of(
        "từ ngày " + day(from) + " đến ngày " + day(to), "from " + day(from) + " to " + day(to));
  }

  /** A day: {@code 05/01/2026}, {@code 5 January 2026}. */
  public String day(LocalDate day) {
    return language.of(VIETNAMESE.format(day), ENGLISH.format(day));
  }

  /** The name of the compared period: {@code cùng kỳ năm 2025}. */
  String compared(Period period, Comparison comparison, PeriodResponse compared) {
    Period before = Period.parse(compared.text());
    if (comparison == Comparison.YEAR && period.kind() != PeriodKind.WEEK) {
      int year = before.from().getYear();
      return language.of("cùng kỳ năm " + year, "the same period of " + year);
    }
    if (before.kind() != PeriodKind.FREE) {
      return name(before);
    }
    return language.of("cùng số ngày của kỳ trước (", "as many days of the period before (")
        + dates(before.from(), before.to())
        + ")";
  }

  /** The text with a capital first letter. */
  public static String upper(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private String week(LocalDate from) {
    int number = from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    int year = from.get(IsoFields.WEEK_BASED_YEAR);
    return language.of("tuần " + number + " năm " + year, "week " + number + " of " + year);
  }
}
