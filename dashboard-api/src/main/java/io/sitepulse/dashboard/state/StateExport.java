package io.sitepulse.dashboard.state;

import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exports the state of sites as tables. */
final class StateExport {
  private final Language language;
  private final ExportColumns columns;

  private StateExport(Language language) {
    this.language = language;
    this.columns = new ExportColumns(language);
  }

  static Export of(SiteStates states, Language language) {
    var export = new StateExport(language);
    var sheets = new ArrayList<ExportTable>();
    sheets.add(export.sites(states));
    if (!states.unknownSites().isEmpty()) {
      sheets.add(export.unknownSites(states));
    }
    if (!states.untrustedProxies().isEmpty()) {
      sheets.add(export.proxies(states));
    }
    String asOf = language.time(states.asOf(), Site.DEFAULT_ZONE);
    return new Export(
        language,
        language.of("Tình trạng các trang", "State of sites"),
        List.of(
            new Fact(language.of("Số liệu lúc", "As of"), asOf),
            new Fact(language.of("Múi giờ", "Time zone"), Site.DEFAULT_ZONE.getId())),
        sheets);
  }

  private ExportTable sites(SiteStates states) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var site : states.sites()) {
      var yesterday = site.yesterday();
      Double usual = yesterday == null ? null : yesterday.usual();
      rows.add(
          ExportTable.row(
              site.site(),
              site.name(),
              name(site.state()),
              site.lastSignal() == null
                  ? null
                  : LocalDateTime.ofInstant(site.lastSignal(), Site.DEFAULT_ZONE),
              yesterday == null ? null : yesterday.views(),
              usual == null ? null : Math.round(usual),
              site.refusals().refused(),
              site.refusals().refusedOrigins().stream()
                  .map(origin -> origin(origin.origin()) + ": " + language.number(origin.events()))
                  .collect(Collectors.joining(", ")),
              site.scripts().stream().map(this::script).collect(Collectors.joining(", "))));
    }
    var head =
        List.of(
            columns.site(),
            columns.siteName(),
            columns.text("state", "Tình trạng", "State"),
            columns.of("lastSignal", ColumnKind.TIME, "Tín hiệu gần nhất", "Last signal"),
            columns.count("yesterday", "Lượt xem hôm qua", "Page views yesterday"),
            columns.count("usual", "Thường ngày", "Usual"),
            columns.count("refused", "Bị từ chối trong 7 ngày", "Refused in 7 days"),
            columns.text("origins", "Từ các tên miền", "From pages of"),
            columns.text("scripts", "Phiên bản mã đếm", "Script version"));
    return new ExportTable(
        "sites", language.of("Tình trạng các trang", "State of sites"), head, rows);
  }

  private ExportTable unknownSites(SiteStates states) {
    var rows = new ArrayList<List<@Nullable Object>>();
    states
        .unknownSites()
        .forEach(
            unknown ->
                rows.add(
                    ExportTable.row(unknown.site(), origin(unknown.origin()), unknown.events())));
    return new ExportTable(
        "unknown",
        language.of("Mã định danh chưa đăng ký", "Ids not registered"),
        List.of(
            columns.site(),
            columns.text("origin", "Tên miền", "Origin"),
            columns.count("events", "Số sự kiện", "Events")),
        rows);
  }

  private ExportTable proxies(SiteStates states) {
    var rows = new ArrayList<List<@Nullable Object>>();
    states
        .untrustedProxies()
        .forEach(proxy -> rows.add(ExportTable.row(proxy.address(), proxy.requests())));
    return new ExportTable(
        "proxies",
        language.of("Máy trung gian chưa được tin", "Proxies not trusted"),
        List.of(
            columns.text("address", "Địa chỉ", "Address"),
            columns.count("requests", "Số yêu cầu", "Requests")),
        rows);
  }

  private String name(SiteState.State state) {
    return switch (state) {
      case ARCHIVED -> language.of("lưu trữ", "archived");
      case NEVER -> language.of("chưa nhận được tín hiệu nào", "never heard of");
      case VIEWLESS -> language.of("có tín hiệu, chưa có lượt xem", "signals but no views");
      case IMPORTED -> language.of("chỉ có số liệu nhập vào", "imported figures only");
      case SILENT -> language.of("im lặng", "silent");
      case FELL -> language.of("giảm mạnh", "fell");
      case ROSE -> language.of("tăng mạnh", "rose");
      case COUNTING -> language.of("đang đếm", "counting");
    };
  }

  private String script(SiteState.Script script) {
    return switch (script.version()) {
      case CollectorFaults.NO_VERSION -> language.of("không rõ, mã cũ", "unknown, an old script");
      case CollectorFaults.OTHER -> language.of("các phiên bản khác", "other versions");
      default ->
          script.version()
              + (script.older() ? language.of(" (bản cũ)", " (older than this release)") : "");
    };
  }

  private String origin(String origin) {
    return switch (origin) {
      case CollectorFaults.NO_ORIGIN -> language.of("không kèm tên miền", "no origin sent");
      case CollectorFaults.OTHER -> language.of("các tên miền khác", "other origins");
      default -> origin;
    };
  }
}
