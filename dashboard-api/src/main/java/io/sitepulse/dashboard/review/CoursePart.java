package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.report.Course;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How visits came over time, and when most. */
final class CoursePart implements Part {
  private static final int FEW = 3;

  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    Course course = found.course();
    if (course.points().stream().allMatch(point -> point.visits() == 0)) {
      return Optional.empty();
    }
    var paragraphs = List.of(average(course, words) + " " + extremes(found, words));
    return Optional.of(
        new Review.Section(
            "course",
            words.of("Diễn biến", "Course"),
            paragraphs,
            MonthTable.of(found, words).stream().toList(),
            List.of(chart(found, words))));
  }

  private static String average(Course course, Words words) {
    long visits = course.points().stream().mapToLong(Course.Point::visits).sum();
    long each = Math.round((double) visits / course.points().size());
    return words.of("Bình quân mỗi ", "On average there were ")
        + words.of(unit(course, words) + " có ", "")
        + words.count(each, Metric.VISITS)
        + words.of(".", " a " + unit(course, words) + ".");
  }

  private static String extremes(Findings found, Words words) {
    Course course = found.course();
    var order = Comparator.comparingLong(Course.Point::visits);
    Course.Point most = course.points().stream().max(order).orElseThrow();
    String text =
        words.of("Cao nhất là ", "The most came ")
            + when(most, course, words)
            + words.of(" với ", ", with ")
            + words.count(most.visits(), Metric.VISITS);
    // Today's part would always be the least.
    var whole =
        found.summary().live() && !course.points().isEmpty()
            ? course.points().subList(0, course.points().size() - 1)
            : course.points();
    if (whole.size() < FEW || course.unit() == Course.Unit.HOUR) {
      return text + ".";
    }
    Course.Point least = whole.stream().min(order).orElseThrow();
    return text
        + words.of("; thấp nhất là ", "; the fewest ")
        + when(least, course, words)
        + words.of(" với ", ", with ")
        + words.count(least.visits(), Metric.VISITS)
        + ".";
  }

  private static String unit(Course course, Words words) {
    return switch (course.unit()) {
      case HOUR -> words.of("giờ", "hour");
      case DAY -> words.of("ngày", "day");
      case MONTH -> words.of("tháng", "month");
    };
  }

  private static String when(Course.Point point, Course course, Words words) {
    return switch (course.unit()) {
      case HOUR -> words.of("lúc ", "at ") + point.at().substring(11);
      case DAY -> words.of("ngày ", "on ") + words.periods.day(LocalDate.parse(point.at()));
      case MONTH -> words.of("tháng ", "in ") + month(point.at());
    };
  }

  private static String month(String at) {
    return DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT).format(YearMonth.parse(at));
  }

  private static Chart chart(Findings found, Words words) {
    Course course = found.course();
    var series = new ArrayList<Chart.Series>();
    series.add(
        new Chart.Series(
            words.of("Kỳ báo cáo", "This period"),
            course.points().stream().<@Nullable Long>map(Course.Point::visits).toList()));
    found
        .compared(words)
        .map(PeriodWords::upper)
        .ifPresent(name -> series.add(new Chart.Series(name, before(course))));
    String title = words.of("Lượt truy cập theo ", "Visits by ") + unit(course, words);
    var labels = course.points().stream().map(point -> label(point, course, words)).toList();
    return new Chart("course", Chart.Kind.LINE, title, labels, series);
  }

  private static List<@Nullable Long> before(Course course) {
    var values = new ArrayList<@Nullable Long>();
    for (var point : course.points()) {
      values.add(point.before() == null ? null : point.before().visits());
    }
    return values;
  }

  private static String label(Course.Point point, Course course, Words words) {
    return switch (course.unit()) {
      case HOUR -> point.at().substring(11);
      case DAY -> day(LocalDate.parse(point.at()), words);
      case MONTH -> month(point.at());
    };
  }

  private static String day(LocalDate day, Words words) {
    String pattern = words.of("dd/MM", "d MMM");
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }
}
