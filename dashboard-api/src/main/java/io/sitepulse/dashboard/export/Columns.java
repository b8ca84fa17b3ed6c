package io.sitepulse.dashboard.export;

import io.sitepulse.dashboard.export.Sheet.Column;
import io.sitepulse.dashboard.web.Language;

/** Columns that many tables have, each with one label wherever it stands. */
public final class Columns {
  private final Language language;

  public Columns(Language language) {
    this.language = language;
  }

  /** A column of its own. */
  public Column of(String id, Kind kind, String vietnamese, String english) {
    return new Column(id, language.of(vietnamese, english), kind);
  }

  public Column text(String id, String vietnamese, String english) {
    return of(id, Kind.TEXT, vietnamese, english);
  }

  public Column time(String id, String vietnamese, String english) {
    return of(id, Kind.TIME, vietnamese, english);
  }

  public Column count(String id, String vietnamese, String english) {
    return of(id, Kind.COUNT, vietnamese, english);
  }

  public Column visits() {
    return count("visits", "Lượt truy cập", "Visits");
  }

  public Column views() {
    return count("views", "Lượt xem trang", "Page views");
  }

  /** Sums of daily visitors: never called people. */
  public Column visitors() {
    return count("visitors", "Khách-ngày", "Visitor-days");
  }

  public Column engaged() {
    return of("engagedMs", Kind.DURATION, "Thời gian xem", "Engaged time");
  }

  /** Visits of the days compared. */
  public Column before() {
    return count("visitsBefore", "Lượt truy cập kỳ so sánh", "Visits before");
  }

  public Column viewsBefore() {
    return count("viewsBefore", "Lượt xem trang kỳ so sánh", "Page views before");
  }

  public Column visitorsBefore() {
    return count("visitorsBefore", "Khách-ngày kỳ so sánh", "Visitor-days before");
  }

  /** Of visits. */
  public Column change() {
    return of("visitsChange", Kind.CHANGE, "Tăng, giảm", "Change");
  }

  public Column share() {
    return of("share", Kind.SHARE, "Tỷ trọng", "Share");
  }

  public Column site() {
    return text("site", "Mã", "Id");
  }

  public Column siteName() {
    return text("name", "Đơn vị", "Site");
  }
}
