package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.report.Change;
import io.sitepulse.dashboard.report.Course;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A course by month, for those that are too long to be read day by day. */
final class MonthTable {
  private static final int MONTH_LENGTH = 7;

  private MonthTable() {}

  /** Sums of a month; what they are held against is known if any of its points knows it. */
  private record Sums(long visits, long views, long visitors, @Nullable Long before) {
    static final Sums NONE = new Sums(0, 0, 0, null);

    Sums plus(Course.Point point) {
      var other = point.before();
      return new Sums(
          visits + point.visits(),
          views + point.views(),
          visitors + point.visitors(),
          other == null ? before : Long.valueOf((before == null ? 0 : before) + other.visits()));
    }
  }

  /** The table; empty of a course within one month. */
  static Optional<Sheet> of(Findings found, Words words) {
    Map<String, Sums> months = new LinkedHashMap<>();
    for (var point : found.course().points()) {
      String month = point.at().substring(0, MONTH_LENGTH);
      months.put(month, months.getOrDefault(month, Sums.NONE).plus(point));
    }
    if (months.size() < 2) {
      return Optional.empty();
    }
    boolean held = found.summary().compared() != null;
    var rows = new ArrayList<List<@Nullable Object>>();
    months.forEach((month, sums) -> rows.add(row(month, sums, held, words)));
    String title = words.of("Theo tháng", "By month");
    return Optional.of(new Sheet("months", title, columns(held, words), rows));
  }

  private static List<Sheet.Column> columns(boolean held, Words words) {
    var columns = new ArrayList<Sheet.Column>();
    columns.add(words.columns.text("month", "Tháng", "Month"));
    columns.add(words.columns.visits());
    if (held) {
      columns.add(words.columns.before());
      columns.add(words.columns.change());
    }
    columns.add(words.columns.views());
    columns.add(words.columns.visitors());
    return columns;
  }

  private static List<@Nullable Object> row(String month, Sums sums, boolean held, Words words) {
    String name = words.of(month.substring(5) + "/" + month.substring(0, 4), month);
    Long before = sums.before();
    Double change = before == null ? null : Change.of(sums.visits(), before);
    return held
        ? Sheet.row(name, sums.visits(), before, change, sums.views(), sums.visitors())
        : Sheet.row(name, sums.visits(), sums.views(), sums.visitors());
  }
}
