package io.sitepulse.dashboard.report.export;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.ExportTable.Column;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.PeriodComparison;
import io.sitepulse.dashboard.report.TargetProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the overview into tables of sites and groups. */
public final class OverviewExport {
  private final Language language;
  private final ExportColumns columns;

  private OverviewExport(Language language) {
    this.language = language;
    this.columns = new ExportColumns(language);
  }

  /**
   * The tables of an overview.
   *
   * @param coverage how many of all sites the reader sees
   */
  public static Export of(Overview overview, Coverage coverage, Language language) {
    var tables = new OverviewExport(language);
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact(
            language.of("Số liệu lúc", "As of"),
            language.time(overview.asOf(), Site.DEFAULT_ZONE)));
    if (coverage.isPartial()) {
      facts.add(new Fact(language.of("Phạm vi", "Scope"), coverage.text(language)));
    }
    if (!overview.complete()) {
      facts.add(
          new Fact(
              language.of("Lưu ý", "Note"),
              overview.gap() == Overview.Gap.BUSY
                  ? language.of(
                      "Hệ thống đang bận lập báo cáo khác: chưa có số liệu so sánh.",
                      "Other reports are being made: nothing is compared.")
                  : language.of(
                      "Hệ thống số liệu tạm thời gián đoạn: chưa có số liệu so sánh.",
                      "The store of past figures is away: nothing is compared.")));
    }
    return new Export(
        language,
        language.of("Tổng quan các đơn vị", "Overview of sites") + coverage.suffix(language),
        facts,
        List.of(
            coverage.marked(tables.sites(overview), language),
            coverage.marked(tables.groups(overview), language),
            coverage.marked(
                BaselineChanges.table(overview.baselineChanges(), language), language)));
  }

  private ExportTable sites(Overview overview) {
    Map<String, String> names = new HashMap<>();
    overview.groups().forEach(group -> names.put(group.id(), group.name()));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var site : overview.sites()) {
      var row = new ArrayList<@Nullable Object>();
      row.add(site.id());
      row.add(site.name());
      row.add(site.group() == null ? null : names.getOrDefault(site.group(), site.group()));
      add(row, site.figures());
      row.add(site.sample() ? language.of("Số liệu mẫu", "Sample data") : null);
      rows.add(row);
    }
    var head = new ArrayList<Column>();
    head.add(columns.site());
    head.add(columns.siteName());
    head.add(columns.text("group", "Nhóm", "Group"));
    head.addAll(figures());
    head.add(columns.text("note", "Ghi chú", "Note"));
    return new ExportTable("sites", language.of("Các đơn vị", "Sites"), head, rows);
  }

  private ExportTable groups(Overview overview) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var group : overview.groups()) {
      rows.add(total(group.name(), group.total()));
    }
    rows.add(total(language.of("Tất cả", "All"), overview.all()));
    var head = new ArrayList<Column>();
    head.add(columns.text("group", "Nhóm", "Group"));
    head.add(columns.count("sites", "Số đơn vị", "Sites"));
    head.addAll(figures());
    return new ExportTable("groups", language.of("Các nhóm", "Groups"), head, rows);
  }

  private static List<@Nullable Object> total(String name, Overview.Total total) {
    var row = new ArrayList<@Nullable Object>();
    row.add(name);
    row.add((long) total.sites());
    add(row, total.figures());
    return row;
  }

  private static void add(List<@Nullable Object> row, Overview.Figures figures) {
    TargetProgress target = figures.target();
    row.add(figures.online());
    row.add(figures.today().visits());
    row.add(figures.today().views());
    comparison(row, figures.month());
    comparison(row, figures.year());
    row.add(target == null ? null : target.value());
    row.add(target == null ? null : target.share());
    row.add(figures.total().visits());
    row.add(figures.baseline().visits());
  }

  private static void comparison(List<@Nullable Object> row, PeriodComparison periodComparison) {
    var before = periodComparison.before();
    row.add(periodComparison.now().visits());
    row.add(before == null ? null : before.visits());
    row.add(periodComparison.change().visits());
  }

  private List<Column> figures() {
    return List.of(
        columns.count("online", "Đang truy cập", "Online"),
        columns.count("today", "Lượt truy cập hôm nay", "Visits today"),
        columns.count("todayViews", "Lượt xem hôm nay", "Page views today"),
        columns.count("month", "Tháng này", "This month"),
        columns.count("monthBefore", "Tháng này, kỳ so sánh", "This month, before"),
        columns.of("monthChange", ColumnKind.CHANGE, "Tháng này, tăng giảm", "This month, change"),
        columns.count("year", "Năm nay", "This year"),
        columns.count("yearBefore", "Năm nay, kỳ so sánh", "This year, before"),
        columns.of("yearChange", ColumnKind.CHANGE, "Năm nay, tăng giảm", "This year, change"),
        columns.count("target", "Kế hoạch", "Target"),
        columns.of("attained", ColumnKind.SHARE, "Tỷ lệ đạt", "Attained"),
        columns.count("total", "Số công khai", "Public total"),
        columns.count("baseline", "Trong đó số ban đầu", "Baseline in it"));
  }
}
