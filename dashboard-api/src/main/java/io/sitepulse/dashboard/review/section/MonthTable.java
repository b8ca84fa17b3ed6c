package io.sitepulse.dashboard.review.section;

import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of totals by month, for periods of several months. */
final class MonthTable {
  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;

  private MonthTable() {}

  /**
   * Sums of a month.
   *
   * @param before null if no point has a compared one
   * @param isBegun true if counting began within the compared month
   */
  private record Sums(
      long visits, long views, long visitors, @Nullable Long before, boolean isBegun) {
    static final Sums NONE = new Sums(0, 0, 0, null, false);

    static Sums of(TimeSeries.Before before) {
      return new Sums(0, 0, 0, before.visits(), false);
    }

    Sums plus(Sums other) {
      return new Sums(
          visits + other.visits,
          views + other.views,
          visitors + other.visitors,
          other.before == null
              ? before
              : Long.valueOf((before == null ? 0 : before) + other.before),
          isBegun || other.isBegun);
    }

    Sums plus(TimeSeries.Point point, @Nullable LocalDate countedFrom) {
      var other = point.before();
      return new Sums(
          visits + point.visits(),
          views + point.views(),
          visitors + point.visitors(),
          other == null ? before : Long.valueOf((before == null ? 0 : before) + other.visits()),
          isBegun || (other != null && isMonthOf(countedFrom, other.at())));
    }
  }

  /** Tells if a day after the first of a month is in the month of a point. */
  private static boolean isMonthOf(@Nullable LocalDate day, String at) {
    return day != null
        && day.getDayOfMonth() > 1
        && at.startsWith(day.toString().substring(0, MONTH_LENGTH));
  }

  /** The table. Empty for a period within one month. */
  static Optional<ExportTable> of(ReviewData data, ReviewLabels labels) {
    Map<String, Sums> months = new LinkedHashMap<>();
    for (var point : data.timeSeries().points()) {
      String month = point.at().substring(0, MONTH_LENGTH);
      months.put(
          month,
          months.getOrDefault(month, Sums.NONE).plus(point, data.summary().days().countedFrom()));
    }
    if (months.size() < 2) {
      return Optional.empty();
    }
    data.timeSeries()
        .unmatched()
        .forEach(
            before ->
                months.merge(monthBeside(before, months.keySet()), Sums.of(before), Sums::plus));
    boolean compared = data.summary().days().compared() != null;
    var rows = new ArrayList<List<@Nullable Object>>();
    months.forEach((month, sums) -> rows.add(row(month, sums, compared, labels)));
    String title = labels.of("Theo tháng", "By month");
    return Optional.of(new ExportTable("months", title, columns(compared, labels), rows));
  }

  /** The month of the same name, for 29 February, or the last one. */
  private static String monthBeside(TimeSeries.Before before, Set<String> months) {
    String name = before.at().substring(YEAR_LENGTH, MONTH_LENGTH);
    return months.stream()
        .filter(month -> month.endsWith(name))
        .findFirst()
        .orElseGet(() -> List.copyOf(months).get(months.size() - 1));
  }

  private static List<ExportTable.Column> columns(boolean compared, ReviewLabels labels) {
    var columns = new ArrayList<ExportTable.Column>();
    columns.add(labels.columns.text("month", "Tháng", "Month"));
    columns.add(labels.columns.visits());
    if (compared) {
      columns.add(labels.columns.before());
      columns.add(labels.columns.change());
    }
    columns.add(labels.columns.views());
    columns.add(labels.columns.visitors());
    return columns;
  }

  private static List<@Nullable Object> row(
      String month, Sums sums, boolean compared, ReviewLabels labels) {
    String name = labels.of(month.substring(5) + "/" + month.substring(0, 4), month);
    Long before = sums.before();
    Double change =
        before == null || sums.isBegun() ? null : RelativeChange.of(sums.visits(), before);
    return compared
        ? ExportTable.row(name, sums.visits(), before, change, sums.views(), sums.visitors())
        : ExportTable.row(name, sums.visits(), sums.views(), sums.visitors());
  }
}
