package io.sitepulse.dashboard.note;

import io.sitepulse.dashboard.http.ClasspathResource;
import java.time.LocalDate;
import java.util.List;

/**
 * The holidays of Article 112 of the Labour Code of 2019, for the years 2015 to 2035. Tết is the
 * day before the lunar year and its first four days: five days, as the law says. Of the two days of
 * the National Day only 2 September is listed, because the other one is chosen each year. So are
 * other days off and working days that are moved.
 *
 * <p>The lunar days are those of Hồ Ngọc Đức's algorithm for the time zone UTC+7
 * (informatik.uni-leipzig.de/~duc/amlich/calrules_vn.html), calculated once into {@code
 * holidays.csv}.
 */
public final class Holidays {
  private static final List<Holiday> ALL =
      ClasspathResource.text(Holidays.class, "holidays.csv")
          .lines()
          .skip(1)
          .map(Holidays::holiday)
          .toList();

  private Holidays() {}

  /** Returns the holidays with a day from one day to another, both included, in order. */
  public static List<Holiday> between(LocalDate from, LocalDate to) {
    return ALL.stream()
        .filter(holiday -> !holiday.from().isAfter(to) && !holiday.to().isBefore(from))
        .toList();
  }

  private static Holiday holiday(String line) {
    String[] cells = line.split(",", 4);
    return new Holiday(LocalDate.parse(cells[0]), LocalDate.parse(cells[1]), cells[2], cells[3]);
  }
}
