package io.sitepulse.dashboard.total;

import io.sitepulse.contract.site.Baseline;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.ExportTable.Column;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.total.PublicTotal.Correction;
import io.sitepulse.dashboard.total.PublicTotal.Days;
import io.sitepulse.dashboard.total.PublicTotal.Member;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exports the public total of a site as tables: its parts, and the changes of the baseline. */
final class TotalExport {
  private final Language language;
  private final ExportColumns columns;

  private TotalExport(Language language) {
    this.language = language;
    this.columns = new ExportColumns(language);
  }

  static Export of(PublicTotal total, Language language) {
    var export = new TotalExport(language);
    var sheets = new ArrayList<>(List.of(export.parts(total), export.corrections(total)));
    String title = language.of("Số công khai", "Public total");
    return new Export(
        language,
        title + " " + total.site(),
        List.of(
            new Fact(
                language.of("Đếm lại lúc", "Recounted at"),
                language.time(total.made().asOf(), total.made().zone())),
            new Fact(language.of("Múi giờ", "Time zone"), total.made().zone().getId()),
            new Fact(language.of("Kết quả", "Result"), export.result(total))),
        sheets);
  }

  private String result(PublicTotal total) {
    return switch (total.proof()) {
      case EQUAL ->
          language.of(
              "Khớp: số công khai bằng đúng số ban đầu cộng các ngày",
              "Equal: the public total is the baseline plus all days");
      case STORE_BEHIND ->
          language.of(
              "Báo cáo chưa cập nhật xong một số ngày gần đây; hãy đếm lại sau",
              "Reports are behind on recent days. Recount later.");
      case UNEXPLAINED ->
          language.of("Có chênh lệch chưa rõ nguyên nhân", "There is an unexplained difference");
    };
  }

  private ExportTable parts(PublicTotal total) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (Member member : total.sites()) {
      Baseline baseline = member.baseline();
      row(
          rows,
          member,
          language.of("Số ban đầu", "Baseline"),
          new Days(0, null, baseline == null ? null : baseline.asOf(), TotalSums.of(baseline)));
      row(rows, member, language.of("Các ngày được nhập", "Imported days"), member.imported());
      row(rows, member, language.of("Các ngày đã đếm", "Counted days"), member.counted());
      row(rows, member, language.of("Hôm nay", "Today"), new Days(1, null, null, member.today()));
    }
    rows.add(
        row(null, null, language.of("Chênh lệch", "Difference"), null, null, total.difference()));
    rows.add(
        row(
            total.site(),
            null,
            language.of("Số công khai đang hiển thị", "Public total as shown"),
            null,
            null,
            total.shown()));
    return new ExportTable(
        "total",
        language.of("Số công khai", "Public total"),
        List.of(
            columns.site(),
            columns.siteName(),
            columns.text("part", "Thành phần", "Part"),
            columns.of("from", ColumnKind.DAY, "Từ ngày", "From"),
            columns.of("to", ColumnKind.DAY, "Đến ngày", "To"),
            columns.visits(),
            columns.views(),
            columns.visitors()),
        rows);
  }

  private static void row(
      List<List<@Nullable Object>> rows, Member member, String part, Days days) {
    rows.add(row(member.site(), member.name(), part, days.first(), days.last(), days.sums()));
  }

  private static List<@Nullable Object> row(
      @Nullable String site,
      @Nullable String name,
      String part,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      TotalSums sums) {
    return ExportTable.row(
        site, name, part, first, last, sums.visits(), sums.views(), sums.visitors());
  }

  private ExportTable corrections(PublicTotal total) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (Member member : total.sites()) {
      for (Correction correction : member.corrections()) {
        TotalSums before = TotalSums.of(correction.before());
        TotalSums after = TotalSums.of(correction.after());
        rows.add(
            ExportTable.row(
                member.site(),
                LocalDateTime.ofInstant(correction.at(), total.made().zone()),
                correction.by(),
                before.visits(),
                after.visits(),
                before.views(),
                after.views(),
                before.visitors(),
                after.visitors()));
      }
    }
    return new ExportTable(
        "corrections",
        language.of("Các lần sửa số ban đầu", "Changes of the baseline"),
        heads(),
        rows);
  }

  private List<Column> heads() {
    String before = language.of(": trước", ": before");
    String after = language.of(": sau", ": after");
    return List.of(
        columns.site(),
        columns.time("at", "Lúc", "At"),
        columns.text("by", "Người sửa", "Changed by"),
        named(columns.visits(), "visitsBefore", before),
        named(columns.visits(), "visits", after),
        named(columns.views(), "viewsBefore", before),
        named(columns.views(), "views", after),
        named(columns.visitors(), "visitorsBefore", before),
        named(columns.visitors(), "visitors", after));
  }

  private static Column named(Column column, String id, String end) {
    return new Column(id, column.label() + end, column.kind());
  }
}
