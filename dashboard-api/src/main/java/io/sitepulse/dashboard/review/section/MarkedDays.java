package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.period.Period;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.note.DayMark;
import io.sitepulse.dashboard.note.Holidays;
import io.sitepulse.dashboard.report.TimeSeries;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The holidays and notes of a review: their table, and the words that explain figures by them. */
final class MarkedDays {
  private static final int ROWS = 30;
  private static final int NAMED = 5;

  /** A month is explained by a mark with as many days of it: by Tết, not by a single holiday. */
  private static final int DAYS_OF_MONTH = 3;

  private MarkedDays() {}

  /** The table of all marks. Empty if there are none. */
  static Optional<ExportTable> table(ReviewData data, ReviewLabels labels) {
    List<DayMark> marks = data.coverage().marks();
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    boolean scoped = marks.stream().anyMatch(mark -> mark.scopeName() != null);
    var columns = new ArrayList<ExportTable.Column>();
    columns.add(labels.columns.of("from", ColumnKind.DAY, "Từ ngày", "From"));
    columns.add(labels.columns.of("to", ColumnKind.DAY, "Đến ngày", "To"));
    columns.add(labels.columns.text("text", "Nội dung", "What"));
    if (scoped) {
      columns.add(labels.columns.siteName());
    }
    var rows = new ArrayList<List<@Nullable Object>>();
    for (DayMark mark : marks.subList(0, Math.min(ROWS, marks.size()))) {
      String text = text(mark, labels);
      rows.add(
          scoped
              ? ExportTable.row(mark.from(), mark.to(), text, mark.scopeName())
              : ExportTable.row(mark.from(), mark.to(), text));
    }
    String title = labels.of("Ngày lễ và ghi chú", "Holidays and notes");
    return Optional.of(new ExportTable("marks", title, columns, rows));
  }

  /** Tells how many marks are not in the table. */
  static Optional<String> others(ReviewData data, ReviewLabels labels) {
    int others = data.coverage().marks().size() - ROWS;
    return others <= 0
        ? Optional.empty()
        : Optional.of(
            labels.of("Còn ", "There are ")
                + labels.count(others, "ghi chú khác", "other note", "other notes")
                + labels.of(", xem Ghi chú theo ngày.", ", see Notes on days."));
  }

  /** The marks of a point in brackets, or an empty text: {@code (Tết Nguyên đán)}. */
  static String in(TimeSeries.Point point, ReviewData data, ReviewLabels labels) {
    String texts =
        data.coverage().marks().stream()
            .filter(mark -> explains(mark, point, data.timeSeries().unit()))
            .map(mark -> text(mark, labels))
            .distinct()
            .collect(Collectors.joining(", "));
    return texts.isEmpty() ? "" : " (" + texts + ")";
  }

  private static boolean explains(DayMark mark, TimeSeries.Point point, TimeSeries.Unit unit) {
    return switch (unit) {
      case HOUR -> false;
      case DAY -> mark.explains(LocalDate.parse(point.at()));
      case MONTH -> mark.scopeName() == null && days(mark, point.at()) >= DAYS_OF_MONTH;
    };
  }

  private static long days(DayMark mark, String at) {
    YearMonth month = YearMonth.parse(at);
    return days(mark.from(), mark.to(), month.atDay(1), month.atEndOfMonth());
  }

  /** Days of a holiday from one day to another. */
  private static long days(String holiday, LocalDate from, LocalDate to, ReviewLabels labels) {
    return Holidays.between(from, to).stream()
        .filter(one -> one.name(labels.language).equals(holiday))
        .mapToLong(one -> days(one.from(), one.to(), from, to))
        .sum();
  }

  /** Days that two spans share. */
  private static long days(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
    LocalDate begin = from.isAfter(first) ? from : first;
    LocalDate end = to.isBefore(last) ? to : last;
    return Math.max(0, ChronoUnit.DAYS.between(begin, end) + 1);
  }

  /**
   * Names what may explain that there were fewer visits: notes about all sites, and holidays with
   * more days than in the compared period. Empty if there were not fewer.
   */
  static Optional<String> fall(ReviewData data, ReviewLabels labels) {
    Double change = data.summary().change().visits();
    var compared = data.summary().days().compared();
    if (change == null || change >= 0 || compared == null) {
      return Optional.empty();
    }
    Period period = data.query().period();
    var found =
        data.coverage().marks().stream()
            .filter(mark -> mark.scopeName() == null)
            .filter(
                mark ->
                    mark.kind() == DayMark.Kind.NOTE
                        || days(mark.from(), mark.to(), period.from(), period.to())
                            > days(mark.text(), compared.from(), compared.to(), labels))
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String named =
        found.stream()
            .limit(NAMED)
            .map(mark -> named(mark, labels))
            .collect(Collectors.joining("; "));
    int others = found.size() - NAMED;
    return Optional.of(
        labels.of(
                "Ngày lễ, ghi chú trong kỳ có thể liên quan đến mức giảm: ",
                "Holidays and notes that may have to do with the fall: ")
            + named
            + (others > 0
                ? labels.of(" và ", " and ")
                    + labels.count(others, "ghi chú khác", "other", "others")
                : "")
            + ".");
  }

  private static String named(DayMark mark, ReviewLabels labels) {
    return text(mark, labels) + ", " + labels.periods.dates(mark.from(), mark.to());
  }

  /** The text, and for a note that was entered after the period when that was. */
  private static String text(DayMark mark, ReviewLabels labels) {
    LocalDate entered = mark.entered();
    return entered == null
        ? mark.text()
        : mark.text()
            + labels.of(" – ghi sau kỳ, ngày ", " – noted after the period, on ")
            + labels.periods.day(entered);
  }
}
