package io.sitepulse.dashboard.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.CsvFile;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.LedgerReport;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.PeriodComparison;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.PeriodTotals;
import io.sitepulse.dashboard.report.PeriodTotals.Peak;
import io.sitepulse.dashboard.report.RelativeChange;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.report.Summary;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.report.WeekHeatMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The exported table of every report. */
class ReportExportTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");
  private final ReportQuery reportQuery =
      new ReportQuery(
          Scope.site("demo"),
          List.of(Samples.site("demo")),
          Period.parse("2026-11"),
          Comparison.YEAR,
          new Filters(Map.of(Dimension.DEVICE, "Phone")));
  private final ReportExport tables =
      new ReportExport(reportQuery, Language.VI, new Coverage(1, 1));

  @Test
  void fileHasTheQueryAsFacts() {
    var export = tables.weekHeatMap(new WeekHeatMap(List.of(new WeekHeatMap.Cell(7, 23, 5, 3))));
    assertThat(export.title()).isEqualTo("Theo giờ trong tuần - Cổng <mẫu> - 2026-11");
    assertThat(export.about())
        .extracting(fact -> fact.label() + ": " + fact.text())
        .contains("Phạm vi: Cổng <mẫu>", "Kỳ: 01/11/2026 – 30/11/2026", "Thiết bị: Điện thoại");
    assertThat(export.sheets().get(0).rows().get(0)).containsExactly("Chủ nhật", 23L, 3L, 5L);
  }

  @Test
  void aFileOfSomeSitesSaysSoInItsTitleItsFactsAndEachRow() throws Exception {
    var partial = new ReportExport(reportQuery, Language.VI, new Coverage(1, 2));
    var export = partial.weekHeatMap(new WeekHeatMap(List.of(new WeekHeatMap.Cell(7, 23, 5, 3))));
    assertThat(export.title()).contains("(1 trong 2 trang thông tin)");
    assertThat(export.about().get(0).text()).endsWith("(1 trong 2 trang thông tin)");
    var out = new ByteArrayOutputStream();
    CsvFile.write(export.sheets().get(0), Language.VI, out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .last(InstanceOfAssertFactories.STRING)
        .endsWith(";1 trong 2 trang thông tin");
  }

  @Test
  void peakIsInTheTimeZoneOfTheSite() {
    var now = PeriodTotals.of(DaySums.ZERO, new Peak(30, Instant.parse("2026-11-20T17:05:00Z")));
    var before = PeriodTotals.of(DaySums.ZERO, new Peak(20, Instant.EPOCH));
    assertThat(last(summary(Site.DEFAULT_ZONE, now, before)))
        .containsExactly("Số truy cập đồng thời cao nhất, 00:05 ngày 21/11/2026", 30L, 20L, 0.5);
    assertThat(last(summary(ZoneId.of("Europe/Berlin"), now, null)))
        .containsExactly("Số truy cập đồng thời cao nhất, 18:05 ngày 20/11/2026", 30L, null, null);
    assertThat(last(summary(null, PeriodTotals.of(DaySums.ZERO, null), null)).get(0))
        .isEqualTo("Thời gian xem (giây)");
  }

  private List<@Nullable Object> last(Summary summary) {
    var rows = tables.summary(summary).sheets().get(0).rows();
    return rows.get(rows.size() - 1);
  }

  private Summary summary(@Nullable ZoneId zone, PeriodTotals now, @Nullable PeriodTotals before) {
    return new Summary(
        new Summary.Subject(reportQuery.scope(), "demo", false, zone, 0, 0),
        new Summary.Days(PeriodResponse.of(reportQuery.period()), null, null, false, false, null),
        now,
        before,
        RelativeChange.NONE,
        Ledger.EMPTY,
        Summary.Takeovers.NONE,
        null);
  }

  @Test
  void timeSeriesByDayHasTypedDays() {
    var point =
        TimeSeries.Point.of(
            "2026-11-21",
            new DaySums(20, 10, 5, 60_000),
            TimeSeries.Before.of("2025-11-21", new DaySums(9, 8, 7, 6)));
    var sheet =
        tables.timeSeries(new TimeSeries(TimeSeries.Unit.DAY, List.of(point))).sheets().get(0);
    assertThat(sheet.columns().get(0).kind()).isEqualTo(ColumnKind.DAY);
    assertThat(sheet.rows().get(0))
        .containsExactly(DAY, 10L, 20L, 5L, 60_000L, LocalDate.parse("2025-11-21"), 8L, 0.25);
    var leapDay = TimeSeries.Before.of("2024-02-29", new DaySums(9, 8, 7, 6));
    assertThat(
            tables
                .timeSeries(new TimeSeries(TimeSeries.Unit.DAY, List.of(), List.of(leapDay)))
                .sheets()
                .get(0)
                .rows()
                .get(0))
        .containsExactly(null, null, null, null, null, LocalDate.parse("2024-02-29"), 8L, null);
    var hour = TimeSeries.Point.of("2026-11-21T05:00", DaySums.ZERO, null);
    assertThat(
            tables
                .timeSeries(new TimeSeries(TimeSeries.Unit.HOUR, List.of(hour)))
                .sheets()
                .get(0)
                .rows())
        .first()
        .isEqualTo(
            ExportTable.row(
                LocalDateTime.parse("2026-11-21T05:00"), 0L, 0L, 0L, 0L, null, null, null));
  }

  @Test
  void valuesOfABreakdownHaveLabels() {
    var values =
        List.of(
            new Breakdown.Value("", null, 4, 3, 2, 1, 0.75, new Breakdown.Before(1, 2, 3, null)),
            new Breakdown.Value("zalo.me", null, 1, 1, 1, 1, 0.25, null));
    var breakdown = new Breakdown(Dimension.SOURCE, 2, new DaySums(5, 4, 3, 2), values);
    var rows = tables.breakdown(breakdown).sheets().get(0).rows();
    assertThat(rows.get(0).get(0)).isEqualTo("Truy cập trực tiếp, không rõ nguồn");
    assertThat(rows.get(0).get(9)).isEqualTo(0.5);
    assertThat(rows.get(1).get(0)).isEqualTo("zalo.me");
    assertThat(DimensionLabels.value(Dimension.PAGE, "(other)", Language.VI))
        .isEqualTo("Các giá trị khác trong ngày");
    assertThat(DimensionLabels.value(Dimension.COUNTRY, "VN", Language.VI)).isEqualTo("Việt Nam");
    assertThat(DimensionLabels.value(Dimension.LANGUAGE, "en", Language.VI)).isEqualTo("Tiếng Anh");
  }

  @Test
  void ledgerHasAColumnForEveryReason() {
    var ledger = new Ledger(10, 5, 2, 1, 1, Map.of(Reason.TOO_OLD, 1L), 4);
    var days = List.of(new LedgerReport.Day(DAY, ledger, Map.of(Reason.ORIGIN, 7L)));
    var sheet =
        tables.ledger(new LedgerReport(days, ledger, Map.of(Reason.ORIGIN, 7L))).sheets().get(0);
    assertThat(sheet.columns()).extracting(column -> column.id()).contains("too-old");
    assertThat(sheet.rows().get(0)).containsExactly(DAY, 10L, 5L, 2L, 1L, 1L, 1L, 4L, 7L);
  }

  @Test
  void overviewHasSheetsOfSitesAndGroups() {
    var pair = PeriodComparison.of(new DaySums(20, 10, 5, 0), new DaySums(16, 8, 4, 0), null, null);
    var figures =
        new Overview.Figures(
            2,
            DaySums.ZERO,
            pair,
            pair,
            null,
            null,
            new DaySums(9, 70, 5, 0),
            new DaySums(8, 60, 4, 0));
    var site = new Overview.Line("demo", "Cổng", "so", true, false, figures, List.of(), DAY);
    var all = new Overview.Total(1, 0, figures);
    var group = new Overview.Group("so", "Khối", 0, all);
    var export =
        OverviewExport.of(
            new Overview(
                Instant.EPOCH,
                false,
                Overview.Gap.BUSY,
                List.of(site),
                List.of(group),
                all,
                List.of(
                    new Overview.BaselineChange(
                        "demo",
                        "Cổng",
                        Instant.EPOCH,
                        "Bình",
                        null,
                        new Baseline(8, 60, 4, DAY, "book", "Bình")))),
            new Coverage(1, 1),
            Language.EN);
    assertThat(export.sheets().get(0).rows().get(0))
        .startsWith("demo", "Cổng", "Khối", 2L, 0L, 0L, 10L, 8L, 0.25)
        .endsWith(70L, 60L, "Sample data");
    assertThat(export.sheets().get(1).rows()).hasSize(2);
    assertThat(export.sheets().get(2).rows()).hasSize(1);
    assertThat(export.sheets().get(2).rows().get(0))
        .startsWith("Cổng")
        .endsWith("Bình", null, 60L, null, 8L);
    assertThat(export.about()).hasSize(2);
  }
}
