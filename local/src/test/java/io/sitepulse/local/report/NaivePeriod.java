package io.sitepulse.local.report;

import io.sitepulse.contract.period.Comparison;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arithmetic of periods as plainly as it can be made, without that of production: the days of a
 * period are those whose label is its text.
 *
 * @param text as in an address
 */
record NaivePeriod(String text, LocalDate from, LocalDate to) {
  private static final LocalDate FIRST = LocalDate.parse("2015-01-01");
  private static final LocalDate LAST = LocalDate.parse("2029-12-31");

  /** The labels that a day has, one for each kind of period but the free one. */
  static final List<Function<LocalDate, String>> LABELS =
      List.of(
          LocalDate::toString,
          NaivePeriod::week,
          day -> day.toString().substring(0, 7),
          day -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3,
          day -> day.getYear() + "-H" + (day.getMonthValue() + 5) / 6,
          day -> Integer.toString(day.getYear()));

  private static final Map<String, NaivePeriod> ALL = all();

  /** The year and number of a week are those of its Thursday. */
  private static String week(LocalDate day) {
    LocalDate thursday = day.plusDays(4 - day.getDayOfWeek().getValue());
    int number = (thursday.getDayOfYear() + 6) / 7;
    return String.format(Locale.ROOT, "%d-W%02d", thursday.getYear(), number);
  }

  static NaivePeriod parse(String text) {
    if (text.contains("..")) {
      return free(LocalDate.parse(text.substring(0, 10)), LocalDate.parse(text.substring(12)));
    }
    return Objects.requireNonNull(ALL.get(text), text);
  }

  private static Map<String, NaivePeriod> all() {
    var all = new HashMap<String, NaivePeriod>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (var label : LABELS) {
        String text = label.apply(day);
        NaivePeriod begun = all.get(text);
        all.put(text, new NaivePeriod(text, begun == null ? day : begun.from(), day));
      }
    }
    return all;
  }

  static NaivePeriod free(LocalDate from, LocalDate to) {
    return new NaivePeriod(from + ".." + to, from, to);
  }

  /** The label of the same kind as a text. */
  private static Function<LocalDate, String> label(String text) {
    return LABELS.stream()
        .filter(label -> shape(label.apply(FIRST)).equals(shape(text)))
        .findFirst()
        .orElseThrow();
  }

  private static String shape(String text) {
    return text.length() + text.replaceAll("[0-9-]", "");
  }

  int days() {
    return (int) (to.toEpochDay() - from.toEpochDay() + 1);
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private boolean isFree() {
    return text.contains("..");
  }

  private boolean isWeek() {
    return text.contains("W");
  }

  Optional<NaivePeriod> begun(LocalDate today) {
    if (today.isBefore(from)) {
      return Optional.empty();
    }
    return Optional.of(today.isBefore(to) ? free(from, today) : this);
  }

  /** The days to compare with, by the rules that the help page tells managers. */
  Optional<NaivePeriod> compared(Comparison comparison, LocalDate today) {
    if (today.isBefore(from) || comparison == Comparison.NONE) {
      return Optional.empty();
    }
    boolean runs = !today.isAfter(to);
    if (comparison == Comparison.PREVIOUS) {
      return Optional.of(runs ? part(previous(), today) : previous());
    }
    boolean single = days() == 1 || today.equals(from);
    if (single && isLeapDay(from) && !isWeek()) {
      return Optional.empty();
    }
    if (!runs) {
      return Optional.of(yearBefore());
    }
    NaivePeriod other = yearBefore();
    LocalDate last = isWeek() ? today.minusDays(364) : sameDate(today, false);
    return Optional.of(last.equals(other.to()) ? other : free(other.from(), last));
  }

  /** The day that a running day stands beside. Empty if the other period has none. */
  Optional<LocalDate> beside(Comparison comparison, LocalDate today) {
    if (comparison == Comparison.YEAR && !isWeek()) {
      return isLeapDay(today) ? Optional.empty() : Optional.of(sameDate(today, false));
    }
    NaivePeriod other = comparison == Comparison.YEAR ? yearBefore() : previous();
    LocalDate day = other.from().plusDays(today.toEpochDay() - from.toEpochDay());
    return other.contains(day) ? Optional.of(day) : Optional.empty();
  }

  /** As many days of another period as have begun of this one. */
  private NaivePeriod part(NaivePeriod other, LocalDate today) {
    LocalDate last = other.from().plusDays(today.toEpochDay() - from.toEpochDay());
    return last.isBefore(other.to()) ? free(other.from(), last) : other;
  }

  private NaivePeriod previous() {
    LocalDate last = from.minusDays(1);
    if (!isFree()) {
      return parse(label(text).apply(last));
    }
    if (isWholeMonths()) {
      return free(from.minusMonths(months()), last);
    }
    return free(from.minusDays(days()), last);
  }

  private NaivePeriod yearBefore() {
    if (isWeek()) {
      return parse(week(from.minusDays(364)));
    }
    if (!isFree()) {
      String other = (from.getYear() - 1) + text.substring(4);
      return parse(other);
    }
    LocalDate first = sameDate(from, true);
    return isWholeMonths()
        ? free(first, YearMonth.of(to.getYear() - 1, to.getMonthValue()).atEndOfMonth())
        : free(first, sameDate(to, false));
  }

  /** The same date of the year before. Beside 29 February stands the day after or before it. */
  private static LocalDate sameDate(LocalDate day, boolean after) {
    if (isLeapDay(day)) {
      return LocalDate.of(day.getYear() - 1, after ? 3 : 2, after ? 1 : 28);
    }
    return LocalDate.of(day.getYear() - 1, day.getMonthValue(), day.getDayOfMonth());
  }

  private boolean isWholeMonths() {
    return from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
  }

  private int months() {
    return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
  }

  private static boolean isLeapDay(LocalDate day) {
    return day.toString().endsWith("-02-29");
  }

  @Override
  public String toString() {
    return text;
  }
}
