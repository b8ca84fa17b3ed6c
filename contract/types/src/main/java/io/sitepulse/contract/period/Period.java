package io.sitepulse.contract.period;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive local days. Its text is {@code 2026-11-22}, {@code 2026-W47}, {@code 2026-11}, {@code
 * 2026-Q4}, {@code 2026-H2}, {@code 2026} or {@code 2026-01-05..2026-03-15}.
 *
 * @param kind kind of the period
 * @param from first day
 * @param to last day, not before the first. A period has at most {@value #MAX_DAYS} days.
 */
public record Period(PeriodKind kind, LocalDate from, LocalDate to) {
  /** Ten years with leap days. */
  public static final int MAX_DAYS = 3660;

  private static final String FORMS =
      "must be like 2026-11-22, 2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026 or"
          + " 2026-01-05..2026-03-15";

  public Period {
    Require.present(kind, "period");
    Require.present(from, "period");
    Require.present(to, "period");
    if (to.isBefore(from) || to.isAfter(from.plusDays(MAX_DAYS - 1))) {
      throw new FieldViolationException(
          "period",
          Rule.PERIOD_LENGTH,
          "must be 1 to " + MAX_DAYS + " days",
          Map.of("min", 1, "max", MAX_DAYS));
    }
  }

  /** A period of any days. */
  public static Period free(LocalDate from, LocalDate to) {
    return new Period(PeriodKind.FREE, from, to);
  }

  /** The period of a kind that contains a day. A free period is the day itself. */
  public static Period of(PeriodKind kind, LocalDate day) {
    return kind == PeriodKind.FREE ? free(day, day) : begin(kind, kind.startOf(day));
  }

  /**
   * Parses a period.
   *
   * @throws IllegalArgumentException if the text is not a period. The message lists the forms.
   */
  @JsonCreator
  public static Period parse(@Nullable String text) {
    for (PeriodKind kind : PeriodKind.values()) {
      if (text != null && kind.matches(text)) {
        return parse(kind, text);
      }
    }
    throw none();
  }

  /** Reads a year that is a number in YAML or JSON. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Period year(int year) {
    return parse(Integer.toString(year));
  }

  private static Period parse(PeriodKind kind, String text) {
    try {
      LocalDate start = kind.start(text);
      return kind == PeriodKind.FREE
          ? free(start, LocalDate.parse(text.substring(12)))
          : begin(kind, start);
    } catch (DateTimeException e) {
      throw none();
    }
  }

  private static FieldViolationException none() {
    return new FieldViolationException("period", Rule.PERIOD, FORMS);
  }

  private static Period begin(PeriodKind kind, LocalDate start) {
    return new Period(kind, start, kind.next(start).minusDays(1));
  }

  /** The number of days. */
  public int days() {
    return PeriodKind.days(from, to);
  }

  /** Tells if the period contains a day. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /**
   * The preceding period of the same kind. For a free period of whole months as many months, for
   * another one the same number of days.
   */
  public Period previous() {
    LocalDate last = from.minusDays(1);
    if (kind != PeriodKind.FREE) {
      return of(kind, last);
    }
    return free(isWholeMonths() ? from.minusMonths(months()) : from.minusDays(days()), last);
  }

  /**
   * The same period of the year before. A free period of whole months is compared with those
   * months, another one with the same dates. A day without a counterpart is 29 February, see {@link
   * #comparedBy}.
   */
  public Period yearBefore() {
    if (kind != PeriodKind.FREE) {
      return begin(kind, kind.yearBefore(from));
    }
    LocalDate first = isLeapDay(from) ? from.plusDays(1) : from;
    LocalDate last =
        isWholeMonths()
            ? YearMonth.from(to).minusYears(1).atEndOfMonth()
            : to.minusYears(1); // 28 February for the 29th
    return free(first.minusYears(1), last);
  }

  private boolean isWholeMonths() {
    return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
  }

  private long months() {
    return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
  }

  private boolean isLeapDayAlone() {
    return from.equals(to) && isLeapDay(from);
  }

  private static boolean isLeapDay(LocalDate day) {
    return day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
  }

  /** The days up to today, or empty if the period has not begun. */
  public Optional<Period> begun(LocalDate today) {
    if (today.isBefore(from)) {
      return Optional.empty();
    }
    return Optional.of(today.isBefore(to) ? free(from, today) : this);
  }

  /**
   * The days to compare with. A period that is over is compared with the whole other period, a
   * current period with the same number of days, also on its last day.
   *
   * @return empty without a comparison, if the period has not begun, or while its only day is 29
   *     February, which the year before does not have
   */
  public Optional<Period> comparedBy(Comparison comparison, LocalDate today) {
    return switch (comparison) {
      case NONE -> Optional.empty();
      case YEAR ->
          begun(today)
              .filter(days -> kind == PeriodKind.WEEK || !days.isLeapDayAlone())
              .map(days -> sameDates(days, today));
      case PREVIOUS -> begun(today).map(days -> asMany(previous(), days, today));
    };
  }

  /**
   * The same dates of the year before, so that 1 March is compared with 1 March in leap years, too.
   */
  private Period sameDates(Period days, LocalDate today) {
    Period before = yearBefore();
    return kind == PeriodKind.WEEK
        ? asMany(before, days, today)
        : until(before, days.to.minusYears(1), today);
  }

  private Period asMany(Period before, Period days, LocalDate today) {
    return until(before, before.from.plusDays(days.days() - 1L), today);
  }

  /** The whole other period once this one is over, until then its days to the last one. */
  private Period until(Period before, LocalDate last, LocalDate today) {
    boolean runs = !today.isAfter(to);
    return runs && last.isBefore(before.to) ? free(before.from, last) : before;
  }

  @Override
  @JsonValue
  public String toString() {
    return kind == PeriodKind.FREE ? from + ".." + to : kind.text(from);
  }
}
