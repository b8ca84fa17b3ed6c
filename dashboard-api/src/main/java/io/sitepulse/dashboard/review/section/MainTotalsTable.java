package io.sitepulse.dashboard.review.section;

import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.review.document.PeriodLabels;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The table of the main totals. */
final class MainTotalsTable {
  private static final long HOUR_MS = 3_600_000;

  private final ReviewData data;
  private final ReviewLabels labels;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private MainTotalsTable(ReviewData data, ReviewLabels labels) {
    this.data = data;
    this.labels = labels;
  }

  static ExportTable of(ReviewData data, ReviewLabels labels) {
    var table = new MainTotalsTable(data, labels);
    table.fill();
    return new ExportTable(
        "figures", labels.of("Số liệu chính", "Main figures"), table.columns(), table.rows);
  }

  private List<ExportTable.Column> columns() {
    var columns = new ArrayList<ExportTable.Column>();
    String period = PeriodLabels.upper(labels.periods.name(data.query().period()));
    columns.add(labels.columns.text("figure", "Chỉ số", "Figure"));
    columns.add(labels.columns.count("now", period, period));
    data.compared(labels)
        .map(PeriodLabels::upper)
        .ifPresent(
            before -> {
              columns.add(labels.columns.count("before", before, before));
              columns.add(labels.columns.of("change", ColumnKind.CHANGE, "Tăng, giảm", "Change"));
            });
    return columns;
  }

  private void fill() {
    var change = data.summary().change();
    add(labels.columns.visits().label(), PeriodTotals::visits, change.visits());
    add(labels.columns.views().label(), PeriodTotals::views, change.views());
    add(labels.columns.visitors().label(), PeriodTotals::visitors, change.visitors());
    String hours = labels.of("Thời gian xem (giờ)", "Engaged time (hours)");
    add(hours, figures -> figures.engagedMs() / HOUR_MS, change.engagedMs());
    var peak = data.summary().now().peakOnline();
    ZoneId zone = data.summary().subject().zone();
    if (peak != null && zone != null && peak.count() > 0) {
      String label = labels.of("Số truy cập đồng thời cao nhất, ", "Most online at once, ");
      row(label + labels.language.time(peak.at(), zone), peak.count(), null, null);
    }
  }

  private void add(String label, ToLongFunction<PeriodTotals> figure, @Nullable Double change) {
    PeriodTotals before = data.isComparedUncounted() ? null : data.summary().before();
    Long earlier = before == null ? null : Long.valueOf(figure.applyAsLong(before));
    row(label, figure.applyAsLong(data.summary().now()), earlier, change);
  }

  private void row(String label, long now, @Nullable Long before, @Nullable Double change) {
    boolean compared = data.summary().days().compared() != null;
    rows.add(compared ? ExportTable.row(label, now, before, change) : ExportTable.row(label, now));
  }
}
