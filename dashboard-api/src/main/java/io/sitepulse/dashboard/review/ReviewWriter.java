package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.review.document.PeriodLabels;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import io.sitepulse.dashboard.review.section.DimensionSection;
import io.sitepulse.dashboard.review.section.LedgerSection;
import io.sitepulse.dashboard.review.section.NotesSection;
import io.sitepulse.dashboard.review.section.OverviewSection;
import io.sitepulse.dashboard.review.section.PagesSection;
import io.sitepulse.dashboard.review.section.PollsSection;
import io.sitepulse.dashboard.review.section.SitesSection;
import io.sitepulse.dashboard.review.section.TargetsSection;
import io.sitepulse.dashboard.review.section.TimeSeriesSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a review from its data, section by section. */
public final class ReviewWriter {
  private static final List<SectionWriter> SECTIONS =
      List.of(
          OverviewSection::write,
          TimeSeriesSection::write,
          SitesSection::write,
          PagesSection::write,
          DimensionSection::sources,
          DimensionSection::devices,
          PollsSection::write,
          TargetsSection::write,
          LedgerSection::write,
          NotesSection::write);

  /** Writes a section. Empty if it has no data. */
  private interface SectionWriter {
    Optional<Review.Section> write(ReviewData data, ReviewLabels labels);
  }

  private ReviewWriter() {}

  /** Writes a review. */
  public static Review write(ReviewData data) {
    var occasion = data.occasion();
    var labels = new ReviewLabels(occasion.language());
    var summary = data.summary();
    return new Review(
        occasion.language(),
        titlePage(data, labels),
        summary.subject().scope(),
        summary.days().period(),
        summary.subject().sample(),
        SECTIONS.stream()
            .map(section -> section.write(data, labels))
            .flatMap(Optional::stream)
            .toList(),
        List.of(points(data, labels)),
        occasion.letterhead());
  }

  private static Review.TitlePage titlePage(ReviewData data, ReviewLabels labels) {
    var occasion = data.occasion();
    String scopeName = labels.scopeName(data.summary().subject().name());
    return new Review.TitlePage(
        labels.of("Báo cáo tình hình truy cập ", "Review of visits, ")
            + labels.periods.name(data.query().period())
            + partial(data, labels),
        subtitle(data, labels),
        occasion.organisation().isEmpty() ? scopeName : occasion.organisation(),
        occasion.author(),
        occasion.made());
  }

  private static String subtitle(ReviewData data, ReviewLabels labels) {
    var summary = data.summary();
    PeriodResponse begun = summary.days().begun();
    PeriodResponse days = begun == null ? summary.days().period() : begun;
    return labels.scopeName(summary.subject().name())
        + partial(data, labels)
        + " · "
        + PeriodLabels.upper(labels.periods.dates(days.from(), days.to()))
        + data.compared(labels)
            .map(what -> labels.of(" · So với ", " · Against ") + what)
            .orElse("");
  }

  /** Says that the reader may not see all sites of the scope. */
  private static String partial(ReviewData data, ReviewLabels labels) {
    if (data.hiddenSites() == 0) {
      return "";
    }
    return " ("
        + labels.number(data.query().sites().size())
        + labels.of(" trong ", " of ")
        + labels.count(data.coverage().sites(), "trang thông tin", "site", "sites")
        + ")";
  }

  /** The time series point by point, for the workbook only. */
  private static ExportTable points(ReviewData data, ReviewLabels labels) {
    var columns = labels.columns;
    TimeSeries.Unit unit = data.timeSeries().unit();
    var rows = new ArrayList<List<@Nullable Object>>();
    data.timeSeries().points().forEach(point -> rows.add(row(unit, point)));
    data.timeSeries()
        .unmatched()
        .forEach(
            before -> rows.add(ExportTable.row(null, null, before.visits(), null, null, null)));
    return new ExportTable(
        "course",
        labels.of("Diễn biến chi tiết", "Course in detail"),
        List.of(
            columns.of("at", unit.kind(), "Thời điểm", "At"),
            columns.visits(),
            columns.before(),
            columns.views(),
            columns.visitors(),
            columns.engaged()),
        rows);
  }

  private static List<@Nullable Object> row(TimeSeries.Unit unit, TimeSeries.Point point) {
    var before = point.before();
    return ExportTable.row(
        unit.cell(point.at()),
        point.visits(),
        before == null ? null : before.visits(),
        point.views(),
        point.visitors(),
        point.engagedMs());
  }
}
