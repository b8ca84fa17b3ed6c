package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.report.Course;
import io.sitepulse.dashboard.report.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a review from findings, part by part in the order they are read. */
final class Composer {
  private static final List<Part> PARTS =
      List.of(
          new OverviewPart(),
          new CoursePart(),
          new SitesPart(),
          new PagesPart(),
          ValuesPart.sources(),
          ValuesPart.devices(),
          new PollsPart(),
          new TargetsPart(),
          new LedgerPart(),
          new NotesPart());

  private Composer() {}

  static Review compose(Findings found) {
    var occasion = found.occasion();
    var words = new Words(occasion.language());
    var summary = found.summary();
    String whose = words.scopeName(summary.name());
    return new Review(
        occasion.language(),
        words.of("Báo cáo tình hình truy cập ", "Review of visits, ")
            + words.periods.name(found.question().period()),
        subtitle(found, words),
        occasion.organisation().isEmpty() ? whose : occasion.organisation(),
        occasion.author(),
        occasion.made(),
        summary.scope(),
        summary.period(),
        summary.sample(),
        PARTS.stream().map(part -> part.write(found, words)).flatMap(Optional::stream).toList(),
        List.of(days(found, words)));
  }

  private static String subtitle(Findings found, Words words) {
    var summary = found.summary();
    Span begun = summary.begun();
    Span days = begun == null ? summary.period() : begun;
    return words.scopeName(summary.name())
        + " · "
        + PeriodWords.upper(words.periods.dates(days.from(), days.to()))
        + found
            .compared(words)
            .map(what -> words.of(" · So với ", " · Against ") + what)
            .orElse("");
  }

  /** The course, point by point: too long to read, good to reckon with. */
  private static Sheet days(Findings found, Words words) {
    var columns = words.columns;
    Course.Unit unit = found.course().unit();
    var rows = found.course().points().stream().map(point -> row(unit, point)).toList();
    return new Sheet(
        "course",
        words.of("Diễn biến chi tiết", "Course in detail"),
        List.of(
            columns.of("at", unit.kind(), "Thời điểm", "At"),
            columns.visits(),
            columns.before(),
            columns.views(),
            columns.visitors(),
            columns.engaged()),
        rows);
  }

  private static List<@Nullable Object> row(Course.Unit unit, Course.Point point) {
    var before = point.before();
    return Sheet.row(
        unit.cell(point.at()),
        point.visits(),
        before == null ? null : before.visits(),
        point.views(),
        point.visitors(),
        point.engagedMs());
  }
}
