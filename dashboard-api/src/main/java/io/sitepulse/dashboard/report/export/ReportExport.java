package io.sitepulse.dashboard.report.export;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.ExportTable.Column;
import io.sitepulse.dashboard.export.NumberFormat;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.LedgerReport;
import io.sitepulse.dashboard.report.PeriodTotals.Peak;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.report.WeekHeatMap;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns reports into tables in a language, with the query as facts of the file. */
public final class ReportExport {
  private final ReportQuery reportQuery;
  private final Language language;
  private final Coverage coverage;
  private final ExportColumns columns;

  /**
   * Creates the exports of a query.
   *
   * @param coverage how many sites of the scope the reader sees
   */
  public ReportExport(ReportQuery reportQuery, Language language, Coverage coverage) {
    this.reportQuery = reportQuery;
    this.coverage = coverage;
    this.language = language;
    this.columns = new ExportColumns(language);
  }

  public Export summary(Summary summary) {
    var now = summary.now();
    var before = summary.before();
    var change = summary.change();
    var rows = new ArrayList<List<@Nullable Object>>();
    add(
        rows,
        columns.visits(),
        now.visits(),
        before == null ? null : before.visits(),
        change.visits());
    add(rows, columns.views(), now.views(), before == null ? null : before.views(), change.views());
    add(
        rows,
        columns.visitors(),
        now.visitors(),
        before == null ? null : before.visitors(),
        change.visitors());
    add(
        rows,
        columns.count("seconds", "Thời gian xem (giây)", "Engaged time (seconds)"),
        now.engagedMs() / 1000,
        before == null ? null : before.engagedMs() / 1000,
        change.engagedMs());
    addPeak(rows, summary);
    var head =
        List.of(
            columns.text("figure", "Chỉ số", "Figure"),
            columns.count("now", "Kỳ báo cáo", "Now"),
            columns.count("before", "Kỳ so sánh", "Before"),
            columns.of("change", ColumnKind.CHANGE, "Tăng, giảm", "Change"));
    return export(
        new ExportTable("summary", language.of("Số liệu chính", "Main figures"), head, rows));
  }

  /** Known for a single site only, which has one time zone. */
  private void addPeak(List<List<@Nullable Object>> rows, Summary summary) {
    Peak peak = summary.now().peakOnline();
    ZoneId zone = summary.subject().zone();
    if (peak == null || zone == null) {
      return;
    }
    Peak earlier = summary.before() == null ? null : summary.before().peakOnline();
    Long before = earlier == null ? null : earlier.count();
    String label =
        language.of("Số truy cập đồng thời cao nhất, ", "Most online at once, ")
            + language.time(peak.at(), zone);
    Double change = before == null ? null : RelativeChange.of(peak.count(), before);
    rows.add(ExportTable.row(label, peak.count(), before, change));
  }

  private static void add(
      List<List<@Nullable Object>> rows,
      Column figure,
      long now,
      @Nullable Long before,
      @Nullable Double change) {
    rows.add(ExportTable.row(figure.label(), now, before, change));
  }

  public Export timeSeries(TimeSeries timeSeries) {
    TimeSeries.Unit unit = timeSeries.unit();
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var point : timeSeries.points()) {
      var before = point.before();
      rows.add(
          ExportTable.row(
              unit.cell(point.at()),
              point.visits(),
              point.views(),
              point.visitors(),
              point.engagedMs(),
              before == null ? null : unit.cell(before.at()),
              before == null ? null : before.visits(),
              before == null ? null : RelativeChange.of(point.visits(), before.visits())));
    }
    for (var before : timeSeries.unmatched()) {
      rows.add(
          ExportTable.row(
              null, null, null, null, null, unit.cell(before.at()), before.visits(), null));
    }
    var head =
        List.of(
            columns.of("at", unit.kind(), "Thời điểm", "At"),
            columns.visits(),
            columns.views(),
            columns.visitors(),
            columns.engaged(),
            columns.of("atBefore", unit.kind(), "Thời điểm so sánh", "Compared with"),
            columns.before(),
            columns.change());
    return export(new ExportTable("course", language.of("Diễn biến", "Course"), head, rows));
  }

  public Export weekHeatMap(WeekHeatMap weekHeatMap) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var cell : weekHeatMap.cells()) {
      rows.add(
          ExportTable.row(
              weekday(cell.weekday()), (long) cell.hour(), cell.visits(), cell.views()));
    }
    var head =
        List.of(
            columns.text("weekday", "Thứ", "Weekday"),
            columns.count("hour", "Giờ", "Hour"),
            columns.visits(),
            columns.views());
    return export(
        new ExportTable(
            "hours", language.of("Theo giờ trong tuần", "By hour of the week"), head, rows));
  }

  private String weekday(int day) {
    return language.of(
        day == 7 ? "Chủ nhật" : "Thứ " + (day + 1),
        java.time.DayOfWeek.of(day)
            .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH));
  }

  public Export breakdown(Breakdown breakdown) {
    var dimension = breakdown.dimension();
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var value : breakdown.values()) {
      var before = value.before();
      rows.add(
          ExportTable.row(
              DimensionLabels.value(dimension, value.value(), language),
              value.title(),
              value.visits(),
              value.views(),
              value.visitors(),
              value.engagedMs(),
              value.share(),
              before == null ? null : before.visits(),
              before == null ? null : before.views(),
              before == null ? null : before.change(value.visits())));
    }
    String label = DimensionLabels.of(dimension, language);
    var head =
        List.of(
            columns.text(dimension.label(), label, label),
            columns.text("title", "Tên, tiêu đề", "Title"),
            columns.visits(),
            columns.views(),
            columns.visitors(),
            columns.engaged(),
            columns.share(),
            columns.before(),
            columns.viewsBefore(),
            columns.change());
    return export(new ExportTable(dimension.label(), label, head, rows));
  }

  public Export ledger(LedgerReport report) {
    var reasons = List.copyOf(report.totals().rejected().keySet());
    var refusals = List.copyOf(report.refused().keySet());
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var day : report.days()) {
      var ledger = day.ledger();
      var row = new ArrayList<@Nullable Object>();
      row.add(day.day());
      row.add(ledger.received());
      row.add(ledger.views());
      row.add(ledger.heartbeats());
      row.add(ledger.duplicates());
      row.add(ledger.bots());
      reasons.forEach(reason -> row.add(ledger.rejected().getOrDefault(reason, 0L)));
      row.add(ledger.mergedVisits());
      refusals.forEach(reason -> row.add(day.refused().getOrDefault(reason, 0L)));
      rows.add(row);
    }
    return export(
        new ExportTable(
            "ledger", language.of("Đối soát", "Ledger"), ledgerHead(reasons, refusals), rows));
  }

  private List<Column> ledgerHead(List<Reason> reasons, List<Reason> refusals) {
    var head = new ArrayList<Column>();
    head.add(columns.of("day", ColumnKind.DAY, "Ngày", "Day"));
    head.add(columns.count("received", "Đã tiếp nhận", "Received"));
    head.add(columns.views());
    head.add(columns.count("heartbeats", "Tín hiệu đang xem", "Heartbeats"));
    head.add(columns.count("duplicates", "Gửi trùng", "Duplicates"));
    head.add(columns.count("bots", "Chương trình tự động", "Robots"));
    for (Reason reason : reasons) {
      String label = DimensionLabels.of(reason, language);
      head.add(columns.count(reason.label(), "Không hợp lệ: " + label, "Rejected: " + label));
    }
    head.add(columns.count("mergedVisits", "Lượt truy cập được gộp", "Merged visits"));
    for (Reason reason : refusals) {
      String label = DimensionLabels.of(reason, language);
      head.add(
          columns.count("refused-" + reason.label(), "Bị từ chối: " + label, "Refused: " + label));
    }
    return head;
  }

  public Export refusedEvents(RefusedEvents refused) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var origin : refused.origins()) {
      rows.add(
          ExportTable.row(
              origin.site(),
              DimensionLabels.of(origin.reason(), language),
              DimensionLabels.origin(origin.origin(), language),
              origin.events()));
    }
    var head =
        List.of(
            columns.site(),
            columns.text("reason", "Lý do", "Reason"),
            columns.text("origin", "Tên miền", "Origin"),
            columns.count("events", "Số sự kiện", "Events"));
    return export(
        new ExportTable(
            "refused", language.of("Sự kiện bị từ chối", "Refused events"), head, rows));
  }

  private Export export(ExportTable exportTable) {
    String period = reportQuery.period().toString();
    return new Export(
        language,
        exportTable.title() + " - " + name() + coverage.suffix(language) + " - " + period,
        facts(),
        List.of(coverage.marked(exportTable, language)));
  }

  private String name() {
    return switch (reportQuery.scope().kind()) {
      case SITE -> reportQuery.sites().get(0).name();
      case GROUP -> reportQuery.scope().id();
      case ALL -> language.of("Tất cả đơn vị", "All sites");
    };
  }

  private List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    var period = reportQuery.period();
    facts.add(new Fact(language.of("Phạm vi", "Scope"), name() + coverage.suffix(language)));
    facts.add(
        new Fact(
            language.of("Kỳ", "Period"),
            NumberFormat.day(language, period.from())
                + " – "
                + NumberFormat.day(language, period.to())));
    reportQuery
        .filters()
        .values()
        .forEach(
            (dimension, value) ->
                facts.add(
                    new Fact(
                        DimensionLabels.of(dimension, language),
                        DimensionLabels.value(dimension, value, language))));
    facts.add(
        new Fact(
            columns.visitors().label(),
            language.of(
                "Tổng số khách của từng ngày; không phải là số người.",
                "The visitors of each day, added up; not people.")));
    return facts;
  }
}
