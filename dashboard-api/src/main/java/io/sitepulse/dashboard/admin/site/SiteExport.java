package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.succession.SiteSuccession.Successor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exports sites as a table. */
final class SiteExport {
  private static final String SEPARATOR = ", ";

  private SiteExport() {}

  /**
   * Returns the table.
   *
   * @param groups names of the groups by id
   */
  static Export sites(List<SiteResponse> sites, Map<String, String> groups, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var response : sites) {
      Site site = response.site();
      Baseline baseline = site.baseline();
      rows.add(
          ExportTable.row(
              site.id(),
              site.name(),
              site.group() == null ? null : groups.getOrDefault(site.group(), site.group()),
              site.zone().getId(),
              String.join(SEPARATOR, site.origins()),
              state(site, language),
              successor(response.successor()),
              joined(site.predecessors()),
              baseline == null ? null : baseline.views(),
              baseline == null ? null : baseline.visits(),
              baseline == null ? null : baseline.visitors(),
              baseline == null ? null : baseline.asOf(),
              baseline == null ? null : baseline.source(),
              baseline == null ? null : baseline.enteredBy()));
    }
    String title = language.of("Các trang thông tin", "Sites");
    return Export.of(language, "sites", title, heads(language), rows);
  }

  private static List<ExportTable.Column> heads(Language language) {
    var columns = new ExportColumns(language);
    String baseline = language.of("Số ban đầu: ", "Baseline: ");
    return List.of(
        columns.site(),
        columns.siteName(),
        columns.text("group", "Khối", "Group"),
        columns.text("zone", "Múi giờ", "Time zone"),
        columns.text("origins", "Tên miền của trang", "Origins"),
        columns.text("state", "Trạng thái", "State"),
        columns.text("successor", "Sáp nhập vào", "Merged into"),
        columns.text("predecessors", "Nhận sáp nhập", "Took over"),
        named(columns.views(), "baselineViews", baseline),
        named(columns.visits(), "baselineVisits", baseline),
        named(columns.visitors(), "baselineVisitors", baseline),
        columns.of("asOf", ColumnKind.DAY, "Số ban đầu đến ngày", "Baseline as of"),
        columns.text("source", "Nguồn số ban đầu", "Source of the baseline"),
        columns.text("enteredBy", "Người nhập", "Entered by"));
  }

  private static ExportTable.Column named(ExportTable.Column column, String id, String before) {
    return new ExportTable.Column(id, before + column.label(), column.kind());
  }

  private static String state(Site site, Language language) {
    String state =
        site.archived()
            ? language.of("lưu trữ", "archived")
            : language.of("đang sử dụng", "active");
    return site.sample() ? state + SEPARATOR + language.of("dữ liệu mẫu", "sample data") : state;
  }

  private static @Nullable String successor(@Nullable Successor successor) {
    return successor == null ? null : successor.site() + " (" + successor.from() + ")";
  }

  private static @Nullable String joined(List<Predecessor> predecessors) {
    return predecessors.isEmpty()
        ? null
        : predecessors.stream()
            .map(one -> one.site() + " (" + one.from() + ")")
            .reduce((all, one) -> all + SEPARATOR + one)
            .orElseThrow();
  }
}
