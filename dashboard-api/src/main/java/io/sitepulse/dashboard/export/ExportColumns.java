package io.sitepulse.dashboard.export;

import io.sitepulse.dashboard.export.ExportTable.Column;
import io.sitepulse.dashboard.http.Language;

/** Creates columns of exported tables. Columns that many tables have get the same label in all. */
public final class ExportColumns {
  private final Language language;

  public ExportColumns(Language language) {
    this.language = language;
  }

  /** A column with a label of its own. */
  public Column of(String id, ColumnKind columnKind, String vietnamese, String english) {
    return new Column(id, language.of(vietnamese, english), columnKind);
  }

  public Column text(String id, String vietnamese, String english) {
    return of(id, ColumnKind.TEXT, vietnamese, english);
  }

  public Column time(String id, String vietnamese, String english) {
    return of(id, ColumnKind.TIME, vietnamese, english);
  }

  public Column count(String id, String vietnamese, String english) {
    return of(id, ColumnKind.COUNT, vietnamese, english);
  }

  public Column visits() {
    return count("visits", "Lượt truy cập", "Visits");
  }

  public Column views() {
    return count("views", "Lượt xem trang", "Page views");
  }

  /** Sums of daily visitors, which are not distinct people. */
  public Column visitors() {
    return count("visitors", "Lượt khách theo ngày", "Visitor-days");
  }

  public Column engaged() {
    return of("engagedMs", ColumnKind.DURATION, "Thời gian xem", "Engaged time");
  }

  /** Visits of the compared days. */
  public Column before() {
    return count("visitsBefore", "Lượt truy cập kỳ so sánh", "Visits before");
  }

  public Column viewsBefore() {
    return count("viewsBefore", "Lượt xem trang kỳ so sánh", "Page views before");
  }

  public Column visitorsBefore() {
    return count("visitorsBefore", "Lượt khách theo ngày kỳ so sánh", "Visitor-days before");
  }

  /** Relative change of visits. */
  public Column change() {
    return of("visitsChange", ColumnKind.CHANGE, "Tăng, giảm", "Change");
  }

  public Column share() {
    return of("share", ColumnKind.SHARE, "Tỷ trọng", "Share");
  }

  public Column site() {
    return text("site", "Mã", "Id");
  }

  public Column siteName() {
    return text("name", "Đơn vị", "Site");
  }
}
