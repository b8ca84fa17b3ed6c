package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
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

/** How visits came over time, and when most. */
public final class TimeSeriesSection implements SectionWriter {
  private static final int FEW = 3;

  @Override
  public Optional<Review.Section> write(ReviewData found, ReviewLabels reviewLabels) {
    TimeSeries timeSeries = found.course();
    if (timeSeries.points().stream().allMatch(point -> point.visits() == 0)) {
      return Optional.empty();
    }
    var paragraphs =
        List.of(average(timeSeries, reviewLabels) + " " + extremes(found, reviewLabels));
    return Optional.of(
        new Review.Section(
            "course",
            reviewLabels.of("Diễn biến", "Course"),
            paragraphs,
            MonthTable.of(found, reviewLabels).stream().toList(),
            List.of(chart(found, reviewLabels))));
  }

  private static String average(TimeSeries timeSeries, ReviewLabels reviewLabels) {
    long visits = timeSeries.points().stream().mapToLong(TimeSeries.Point::visits).sum();
    long each = Math.round((double) visits / timeSeries.points().size());
    return reviewLabels.of("Bình quân mỗi ", "On average there were ")
        + reviewLabels.of(unit(timeSeries, reviewLabels) + " có ", "")
        + reviewLabels.count(each, Metric.VISITS)
        + reviewLabels.of(".", " a " + unit(timeSeries, reviewLabels) + ".");
  }

  private static String extremes(ReviewData found, ReviewLabels reviewLabels) {
    TimeSeries timeSeries = found.course();
    var order = Comparator.comparingLong(TimeSeries.Point::visits);
    TimeSeries.Point most = timeSeries.points().stream().max(order).orElseThrow();
    String text =
        reviewLabels.of("Cao nhất là ", "The most came ")
            + when(most, timeSeries, reviewLabels)
            + reviewLabels.of(" với ", ", with ")
            + reviewLabels.count(most.visits(), Metric.VISITS);
    // Today's part would always be the least.
    var whole =
        found.summary().live() && !timeSeries.points().isEmpty()
            ? timeSeries.points().subList(0, timeSeries.points().size() - 1)
            : timeSeries.points();
    if (whole.size() < FEW || timeSeries.unit() == TimeSeries.Unit.HOUR) {
      return text + ".";
    }
    TimeSeries.Point least = whole.stream().min(order).orElseThrow();
    return text
        + reviewLabels.of("; thấp nhất là ", "; the fewest ")
        + when(least, timeSeries, reviewLabels)
        + reviewLabels.of(" với ", ", with ")
        + reviewLabels.count(least.visits(), Metric.VISITS)
        + ".";
  }

  private static String unit(TimeSeries timeSeries, ReviewLabels reviewLabels) {
    return switch (timeSeries.unit()) {
      case HOUR -> reviewLabels.of("giờ", "hour");
      case DAY -> reviewLabels.of("ngày", "day");
      case MONTH -> reviewLabels.of("tháng", "month");
    };
  }

  private static String when(
      TimeSeries.Point point, TimeSeries timeSeries, ReviewLabels reviewLabels) {
    return switch (timeSeries.unit()) {
      case HOUR -> reviewLabels.of("lúc ", "at ") + point.at().substring(11);
      case DAY ->
          reviewLabels.of("ngày ", "on ") + reviewLabels.periods.day(LocalDate.parse(point.at()));
      case MONTH -> reviewLabels.of("tháng ", "in ") + month(point.at());
    };
  }

  private static String month(String at) {
    return DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT).format(YearMonth.parse(at));
  }

  private static Chart chart(ReviewData found, ReviewLabels reviewLabels) {
    TimeSeries timeSeries = found.course();
    var series = new ArrayList<Chart.Series>();
    series.add(
        new Chart.Series(
            reviewLabels.of("Kỳ báo cáo", "This period"),
            timeSeries.points().stream().<@Nullable Long>map(TimeSeries.Point::visits).toList()));
    found
        .compared(reviewLabels)
        .map(PeriodLabels::upper)
        .ifPresent(name -> series.add(new Chart.Series(name, before(timeSeries))));
    String title =
        reviewLabels.of("Lượt truy cập theo ", "Visits by ") + unit(timeSeries, reviewLabels);
    var labels =
        timeSeries.points().stream().map(point -> label(point, timeSeries, reviewLabels)).toList();
    return new Chart("course", Chart.Kind.LINE, title, labels, series);
  }

  private static List<@Nullable Long> before(TimeSeries timeSeries) {
    var values = new ArrayList<@Nullable Long>();
    for (var point : timeSeries.points()) {
      values.add(point.before() == null ? null : point.before().visits());
    }
    return values;
  }

  private static String label(
      TimeSeries.Point point, TimeSeries timeSeries, ReviewLabels reviewLabels) {
    return switch (timeSeries.unit()) {
      case HOUR -> point.at().substring(11);
      case DAY -> day(LocalDate.parse(point.at()), reviewLabels);
      case MONTH -> month(point.at());
    };
  }

  private static String day(LocalDate day, ReviewLabels reviewLabels) {
    String pattern = reviewLabels.of("dd/MM", "d MMM");
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }
}
