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

/** The table a reader looks at first. */
final class MainTotalsTable {
  private static final long HOUR_MS = 3_600_000;

  private final ReviewData found;
  private final ReviewLabels reviewLabels;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private MainTotalsTable(ReviewData found, ReviewLabels reviewLabels) {
    this.found = found;
    this.reviewLabels = reviewLabels;
  }

  static ExportTable of(ReviewData found, ReviewLabels reviewLabels) {
    var table = new MainTotalsTable(found, reviewLabels);
    table.fill();
    return new ExportTable(
        "figures", reviewLabels.of("Số liệu chính", "Main figures"), table.columns(), table.rows);
  }

  private List<ExportTable.Column> columns() {
    var columns = new ArrayList<ExportTable.Column>();
    String period = PeriodLabels.upper(reviewLabels.periods.name(found.question().period()));
    columns.add(reviewLabels.columns.text("figure", "Chỉ số", "Figure"));
    columns.add(reviewLabels.columns.count("now", period, period));
    found
        .compared(reviewLabels)
        .map(PeriodLabels::upper)
        .ifPresent(
            before -> {
              columns.add(reviewLabels.columns.count("before", before, before));
              columns.add(
                  reviewLabels.columns.of("change", ColumnKind.CHANGE, "Tăng, giảm", "Change"));
            });
    return columns;
  }

  private void fill() {
    var change = found.summary().change();
    add(reviewLabels.columns.visits().label(), PeriodTotals::visits, change.visits());
    add(reviewLabels.columns.views().label(), PeriodTotals::views, change.views());
    add(reviewLabels.columns.visitors().label(), PeriodTotals::visitors, change.visitors());
    String hours = reviewLabels.of("Thời gian xem (giờ)", "Engaged time (hours)");
    add(hours, figures -> figures.engagedMs() / HOUR_MS, change.engagedMs());
    var peak = found.summary().now().peakOnline();
    ZoneId zone = found.summary().zone();
    if (peak != null && zone != null && peak.count() > 0) {
      String label = reviewLabels.of("Đông nhất cùng lúc, ", "Most online at once, ");
      row(label + reviewLabels.language.time(peak.at(), zone), peak.count(), null, null);
    }
  }

  private void add(String label, ToLongFunction<PeriodTotals> figure, @Nullable Double change) {
    PeriodTotals before = found.summary().before();
    Long earlier = before == null ? null : Long.valueOf(figure.applyAsLong(before));
    row(label, figure.applyAsLong(found.summary().now()), earlier, change);
  }

  private void row(String label, long now, @Nullable Long before, @Nullable Double change) {
    boolean held = found.summary().compared() != null;
    rows.add(held ? ExportTable.row(label, now, before, change) : ExportTable.row(label, now));
  }
}
