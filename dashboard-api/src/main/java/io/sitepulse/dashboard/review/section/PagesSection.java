package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.ExportTable.Column;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section on the most viewed pages. */
public final class PagesSection {

  /** Number of equal pages named in a sentence. */
  private static final int NAMED = 3;

  private PagesSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    var read =
        data.breakdowns().pages().stream()
            .filter(pages -> !pages.breakdown().values().isEmpty())
            .toList();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    boolean several = data.breakdowns().sites().isPresent();
    return Optional.of(
        new Review.Section(
            "pages",
            labels.of("Nội dung được quan tâm", "What was read"),
            List.of(sentence(read.get(0), several, labels)),
            List.of(table(read, several, labels)),
            List.of()));
  }

  private static String sentence(ReviewData.Pages pages, boolean several, ReviewLabels labels) {
    Value most = pages.breakdown().values().get(0);
    var equal =
        pages.breakdown().values().stream().filter(one -> one.views() == most.views()).toList();
    if (equal.size() > 1) {
      return equal(equal, pages, several, labels) + more(pages, several, labels);
    }
    String where =
        several
            ? labels.of(
                "Tại " + pages.site().name() + ", trang", "At " + pages.site().name() + " the page")
            : labels.of("Trang", "The page");
    return where
        + labels.of(" được xem nhiều nhất là ", " read most was ")
        + labels.of("“", "“")
        + title(most)
        + "”"
        + labels.of(" với ", ", with ")
        + labels.count(most.views(), Metric.VIEWS)
        + more(pages, several, labels);
  }

  /**
   * Several pages that were read most. Many are not named, because the list may have some of them.
   */
  private static String equal(
      List<Value> equal, ReviewData.Pages pages, boolean several, ReviewLabels labels) {
    String views = labels.count(equal.get(0).views(), Metric.VIEWS);
    String where =
        several ? labels.of("Tại " + pages.site().name(), "At " + pages.site().name()) + ", " : "";
    String text =
        equal.size() > NAMED
            ? labels.of(
                "nhiều trang cùng được xem nhiều nhất, mỗi trang " + views,
                "many pages were read most, with " + views + " each")
            : labels.of("các trang được xem nhiều nhất là ", "the pages read most were ")
                + equal.stream()
                    .map(one -> "“" + title(one) + "” (" + one.value() + ")")
                    .collect(Collectors.joining(", "))
                + labels.of(", mỗi trang " + views, ", with " + views + " each");
    return where.isEmpty()
        ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
        : where + text;
  }

  private static String more(ReviewData.Pages pages, boolean several, ReviewLabels labels) {
    return several
        ? labels.of(
            ". Bảng dưới đây nêu các trang được xem nhiều nhất của những đơn vị dẫn đầu.",
            ". The table lists what was read most at the leading sites.")
        : labels.of(
            ". Có " + labels.number(pages.breakdown().rows()) + " trang được xem trong kỳ.",
            ". " + labels.count(pages.breakdown().rows(), "", "page was", "pages were") + " read.");
  }

  private static ExportTable table(
      List<ReviewData.Pages> read, boolean several, ReviewLabels labels) {
    var columns = new ArrayList<Column>();
    ExportColumns make = labels.columns;
    if (several) {
      columns.add(make.siteName());
    }
    columns.add(make.text("title", "Tiêu đề trang", "Title"));
    columns.add(make.text("page", "Địa chỉ", "Address"));
    columns.add(make.views());
    columns.add(make.engaged());
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var pages : read) {
      pages.breakdown().values().forEach(value -> rows.add(row(pages, value, several)));
    }
    return new ExportTable(
        "pages", labels.of("Trang được xem nhiều nhất", "Pages read most"), columns, rows);
  }

  private static List<@Nullable Object> row(ReviewData.Pages pages, Value value, boolean several) {
    return several
        ? ExportTable.row(
            pages.site().name(), value.title(), value.value(), value.views(), value.engagedMs())
        : ExportTable.row(value.title(), value.value(), value.views(), value.engagedMs());
  }

  private static String title(Value value) {
    return value.title() == null || value.title().isBlank() ? value.value() : value.title();
  }
}
