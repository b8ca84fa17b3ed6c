package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.review.document.Chart;
import io.sitepulse.dashboard.review.document.PeriodLabels;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The section on visits over time, with the highest and the lowest point. */
public final class TimeSeriesSection {

  private static final int FEW = 3;

  private TimeSeriesSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    TimeSeries timeSeries = data.timeSeries();
    if (timeSeries.points().stream().allMatch(point -> point.visits() == 0)) {
      return Optional.empty();
    }
    var paragraphs = new ArrayList<String>();
    paragraphs.add(average(data, labels) + " " + extremes(data, labels));
    MarkedDays.others(data, labels).ifPresent(paragraphs::add);
    var tables = new ArrayList<ExportTable>();
    MonthTable.of(data, labels).ifPresent(tables::add);
    MarkedDays.table(data, labels).ifPresent(tables::add);
    return Optional.of(
        new Review.Section(
            "course",
            labels.of("Diễn biến", "Course"),
            paragraphs,
            tables,
            List.of(chart(data, labels))));
  }

  /**
   * The points that averages and extremes are about: from the first day with figures on, and
   * without the running point, if there are others.
   */
  private static List<TimeSeries.Point> counted(ReviewData data) {
    TimeSeries timeSeries = data.timeSeries();
    var points = timeSeries.points();
    if (timeSeries.unit() != TimeSeries.Unit.HOUR) {
      String first = data.begunWithin().map(LocalDate::toString).orElse("");
      points =
          points.stream()
              .filter(point -> point.at().compareTo(first.substring(0, length(first, point))) >= 0)
              .toList();
    }
    boolean hasRunning = data.summary().days().live() && points.size() > 1;
    return hasRunning ? points.subList(0, points.size() - 1) : points;
  }

  /** A month is compared with the month of the first day. */
  private static int length(String first, TimeSeries.Point point) {
    return Math.min(first.length(), point.at().length());
  }

  private static String average(ReviewData data, ReviewLabels labels) {
    TimeSeries timeSeries = data.timeSeries();
    var points = counted(data);
    long visits = points.stream().mapToLong(TimeSeries.Point::visits).sum();
    double each = (double) visits / points.size();
    String unit = unit(timeSeries, labels);
    String since =
        timeSeries.unit() == TimeSeries.Unit.HOUR
            ? ""
            : data.begunWithin()
                .map(labels.periods::day)
                .map(
                    day ->
                        labels.of("Tính từ ngày bắt đầu có số liệu (", "Since the first figures (")
                            + day
                            + labels.of("), bình quân mỗi ", "), on average there were "))
                .orElse("");
    return (since.isEmpty() ? labels.of("Bình quân mỗi ", "On average there were ") : since)
        + labels.of(unit + " có ", "")
        + (each > 0 && each < 1
            ? labels.of("chưa đến ", "fewer than ") + labels.count(1, Metric.VISITS)
            : labels.count(Math.round(each), Metric.VISITS))
        + labels.of(".", " a " + unit + ".");
  }

  private static String extremes(ReviewData data, ReviewLabels labels) {
    TimeSeries timeSeries = data.timeSeries();
    var order = Comparator.comparingLong(TimeSeries.Point::visits);
    TimeSeries.Point most = timeSeries.points().stream().max(order).orElseThrow();
    String unit = unit(timeSeries, labels);
    long asMany = equal(timeSeries.points(), most);
    var whole = counted(data);
    if (asMany == timeSeries.points().size() && asMany > 1) {
      return labels.of("Mỗi " + unit + " đều có ", "Each " + unit + " had ")
          + labels.count(most.visits(), Metric.VISITS)
          + ".";
    }
    String text =
        labels.of("Cao nhất là ", "The most came ")
            + (asMany == 1
                ? when(most, timeSeries, labels) + MarkedDays.in(most, data, labels)
                : labels.of("", "on ") + labels.count(asMany, unit, unit, unit + "s"))
            + labels.of(asMany == 1 ? " với " : ", mỗi " + unit + " ", ", with ")
            + labels.count(most.visits(), Metric.VISITS)
            + labels.of("", asMany == 1 ? "" : " each");
    if (whole.size() < FEW || timeSeries.unit() == TimeSeries.Unit.HOUR) {
      return text + ".";
    }
    TimeSeries.Point least = whole.stream().min(order).orElseThrow();
    long asFew = equal(whole, least);
    return text
        + labels.of("; thấp nhất là ", "; the fewest ")
        + (asFew == 1
            ? when(least, timeSeries, labels) + MarkedDays.in(least, data, labels)
            : labels.count(asFew, unit, unit, unit + "s"))
        + labels.of(asFew == 1 ? " với " : ", mỗi " + unit + " ", ", with ")
        + labels.count(least.visits(), Metric.VISITS)
        + labels.of("", asFew == 1 ? "" : " each")
        + ".";
  }

  private static long equal(List<TimeSeries.Point> points, TimeSeries.Point one) {
    return points.stream().filter(point -> point.visits() == one.visits()).count();
  }

  private static String unit(TimeSeries timeSeries, ReviewLabels labels) {
    return switch (timeSeries.unit()) {
      case HOUR -> labels.of("giờ", "hour");
      case DAY -> labels.of("ngày", "day");
      case MONTH -> labels.of("tháng", "month");
    };
  }

  private static String when(TimeSeries.Point point, TimeSeries timeSeries, ReviewLabels labels) {
    return switch (timeSeries.unit()) {
      case HOUR -> labels.of("lúc ", "at ") + point.at().substring(11);
      case DAY -> labels.of("ngày ", "on ") + labels.periods.day(LocalDate.parse(point.at()));
      case MONTH -> labels.of("tháng ", "in ") + month(point.at());
    };
  }

  private static String month(String at) {
    return DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT).format(YearMonth.parse(at));
  }

  private static Chart chart(ReviewData data, ReviewLabels labels) {
    TimeSeries timeSeries = data.timeSeries();
    var series = new ArrayList<Chart.Series>();
    series.add(
        new Chart.Series(
            labels.of("Kỳ báo cáo", "This period"),
            timeSeries.points().stream().<@Nullable Long>map(TimeSeries.Point::visits).toList()));
    data.compared(labels)
        .map(PeriodLabels::upper)
        .ifPresent(name -> series.add(new Chart.Series(name, before(timeSeries))));
    String title = labels.of("Lượt truy cập theo ", "Visits by ") + unit(timeSeries, labels);
    var pointLabels =
        timeSeries.points().stream().map(point -> label(point, timeSeries, labels)).toList();
    return new Chart("course", Chart.Kind.LINE, title, pointLabels, series);
  }

  private static List<@Nullable Long> before(TimeSeries timeSeries) {
    var values = new ArrayList<@Nullable Long>();
    for (var point : timeSeries.points()) {
      values.add(point.before() == null ? null : point.before().visits());
    }
    return values;
  }

  private static String label(TimeSeries.Point point, TimeSeries timeSeries, ReviewLabels labels) {
    return switch (timeSeries.unit()) {
      case HOUR -> point.at().substring(11);
      case DAY -> day(LocalDate.parse(point.at()), labels);
      case MONTH -> month(point.at());
    };
  }

  private static String day(LocalDate day, ReviewLabels labels) {
    String pattern = labels.of("dd/MM", "d MMM");
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }
}
