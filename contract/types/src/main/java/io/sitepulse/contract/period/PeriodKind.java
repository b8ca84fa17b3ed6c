package io.sitepulse.contract.period;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of periods, with their text form and their predecessors. */
public enum PeriodKind {
  DAY("\\d{4}-\\d{2}-\\d{2}") {
    @Override
    LocalDate start(String text) {
      return LocalDate.parse(text);
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusDays(1);
    }

    @Override
    String text(LocalDate start) {
      return start.toString();
    }
  },
  /** ISO 8601 weeks, Monday to Sunday. */
  WEEK("\\d{4}-W\\d{2}") {
    @Override
    LocalDate start(String text) {
      int year = Integer.parseInt(text.substring(0, 4));
      int week = Integer.parseInt(text.substring(6));
      LocalDate first = LocalDate.of(year, 1, 4);
      LocalDate start =
          first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(week - 1L);
      // Only some years have a 53rd week.
      if (week < 1 || start.get(IsoFields.WEEK_BASED_YEAR) != year) {
        throw new DateTimeException("no such week");
      }
      return start;
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusWeeks(1);
    }

    @Override
    String text(LocalDate start) {
      return String.format(
          Locale.ROOT,
          "%04d-W%02d",
          start.get(IsoFields.WEEK_BASED_YEAR),
          start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    @Override
    LocalDate yearBefore(LocalDate start) {
      return start.minusWeeks(52);
    }
  },
  MONTH("\\d{4}-\\d{2}") {
    @Override
    LocalDate start(String text) {
      return LocalDate.parse(text + "-01");
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusMonths(1);
    }

    @Override
    String text(LocalDate start) {
      return start.toString().substring(0, 7);
    }
  },
  QUARTER("\\d{4}-Q[1-4]") {
    @Override
    LocalDate start(String text) {
      return part(text, 3);
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusMonths(3);
    }

    @Override
    String text(LocalDate start) {
      return year(start) + "-Q" + (1 + start.getMonthValue() / 3);
    }
  },
  HALF_YEAR("\\d{4}-H[12]") {
    @Override
    LocalDate start(String text) {
      return part(text, 6);
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusMonths(6);
    }

    @Override
    String text(LocalDate start) {
      return year(start) + "-H" + (start.getMonthValue() < 7 ? 1 : 2);
    }
  },
  YEAR("\\d{4}") {
    @Override
    LocalDate start(String text) {
      return LocalDate.of(Integer.parseInt(text), 1, 1);
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusYears(1);
    }

    @Override
    String text(LocalDate start) {
      return year(start);
    }
  },
  /** Any consecutive days. The preceding period has the same length. */
  FREE("\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2}") {
    @Override
    LocalDate start(String text) {
      return LocalDate.parse(text.substring(0, 10));
    }

    @Override
    LocalDate next(LocalDate start) {
      throw new IllegalStateException("free periods end where they say");
    }

    @Override
    String text(LocalDate start) {
      throw new IllegalStateException("free periods need both ends");
    }
  };

  private static final Pattern PART = Pattern.compile("(\\d{4})-[QH](\\d)");

  private final Pattern pattern;

  PeriodKind(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  private static String year(LocalDate start) {
    return String.format(Locale.ROOT, "%04d", start.getYear());
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  /** The first day of a period from its text. */
  abstract LocalDate start(String text);

  /** The first day of the next period. */
  abstract LocalDate next(LocalDate start);

  abstract String text(LocalDate start);

  /** The first day of the period of the year before. */
  LocalDate yearBefore(LocalDate start) {
    return start.minusYears(1);
  }

  /** The first day of the period that contains a day. */
  LocalDate startOf(LocalDate day) {
    return switch (this) {
      case DAY, FREE -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
      case HALF_YEAR -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 6);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private static LocalDate part(String text, int months) {
    Matcher matcher = PART.matcher(text);
    if (!matcher.matches()) {
      throw new DateTimeException("no such period");
    }
    int number = Integer.parseInt(matcher.group(2));
    return LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 1)
        .plusMonths(months * (number - 1L));
  }

  /** The number of days from one day to another, both included. */
  static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }
}
