package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.Kind;
import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.report.Figures;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The table a reader looks at first. */
final class MainFigures {
  private static final long HOUR_MS = 3_600_000;

  private final Findings found;
  private final Words words;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private MainFigures(Findings found, Words words) {
    this.found = found;
    this.words = words;
  }

  static Sheet of(Findings found, Words words) {
    var table = new MainFigures(found, words);
    table.fill();
    return new Sheet(
        "figures", words.of("Số liệu chính", "Main figures"), table.columns(), table.rows);
  }

  private List<Sheet.Column> columns() {
    var columns = new ArrayList<Sheet.Column>();
    String period = PeriodWords.upper(words.periods.name(found.question().period()));
    columns.add(words.columns.text("figure", "Chỉ số", "Figure"));
    columns.add(words.columns.count("now", period, period));
    found
        .compared(words)
        .map(PeriodWords::upper)
        .ifPresent(
            before -> {
              columns.add(words.columns.count("before", before, before));
              columns.add(words.columns.of("change", Kind.CHANGE, "Tăng, giảm", "Change"));
            });
    return columns;
  }

  private void fill() {
    var change = found.summary().change();
    add(words.columns.visits().label(), Figures::visits, change.visits());
    add(words.columns.views().label(), Figures::views, change.views());
    add(words.columns.visitors().label(), Figures::visitors, change.visitors());
    String hours = words.of("Thời gian xem (giờ)", "Engaged time (hours)");
    add(hours, figures -> figures.engagedMs() / HOUR_MS, change.engagedMs());
    var peak = found.summary().now().peakOnline();
    ZoneId zone = found.summary().zone();
    if (peak != null && zone != null && peak.count() > 0) {
      String label = words.of("Đông nhất cùng lúc, ", "Most online at once, ");
      row(label + words.language.time(peak.at(), zone), peak.count(), null, null);
    }
  }

  private void add(String label, ToLongFunction<Figures> figure, @Nullable Double change) {
    Figures before = found.summary().before();
    Long earlier = before == null ? null : Long.valueOf(figure.applyAsLong(before));
    row(label, figure.applyAsLong(found.summary().now()), earlier, change);
  }

  private void row(String label, long now, @Nullable Long before, @Nullable Double change) {
    boolean held = found.summary().compared() != null;
    rows.add(held ? Sheet.row(label, now, before, change) : Sheet.row(label, now));
  }
}
