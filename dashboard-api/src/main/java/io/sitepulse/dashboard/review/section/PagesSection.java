package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.export.Columns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.export.ExportTable.Column;
import io.sitepulse.dashboard.report.Breakdown.Value;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read most. */
public final class PagesSection implements SectionWriter {

  @Override
  public Optional<Review.Section> write(ReviewData found, ReviewLabels reviewLabels) {
    var read =
        found.pages().stream().filter(pages -> !pages.breakdown().values().isEmpty()).toList();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    boolean several = found.sites().isPresent();
    return Optional.of(
        new Review.Section(
            "pages",
            reviewLabels.of("Nội dung được quan tâm", "What was read"),
            List.of(sentence(read.get(0), several, reviewLabels)),
            List.of(table(read, several, reviewLabels)),
            List.of()));
  }

  private static String sentence(
      ReviewData.Pages pages, boolean several, ReviewLabels reviewLabels) {
    Value most = pages.breakdown().values().get(0);
    String where =
        several
            ? reviewLabels.of(
                "Tại " + pages.site().name() + ", trang", "At " + pages.site().name() + " the page")
            : reviewLabels.of("Trang", "The page");
    return where
        + reviewLabels.of(" được xem nhiều nhất là ", " read most was ")
        + reviewLabels.of("“", "“")
        + title(most)
        + "”"
        + reviewLabels.of(" với ", ", with ")
        + reviewLabels.count(most.views(), Metric.VIEWS)
        + more(pages, several, reviewLabels);
  }

  private static String more(ReviewData.Pages pages, boolean several, ReviewLabels reviewLabels) {
    return several
        ? reviewLabels.of(
            ". Bảng dưới đây nêu các trang được xem nhiều nhất của những đơn vị dẫn đầu.",
            ". The table lists what was read most at the leading sites.")
        : reviewLabels.of(
            ". Có " + reviewLabels.number(pages.breakdown().rows()) + " trang được xem trong kỳ.",
            ". "
                + reviewLabels.count(pages.breakdown().rows(), "", "page was", "pages were")
                + " read.");
  }

  private static ExportTable table(
      List<ReviewData.Pages> read, boolean several, ReviewLabels reviewLabels) {
    var columns = new ArrayList<Column>();
    Columns make = reviewLabels.columns;
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
        "pages", reviewLabels.of("Trang được xem nhiều nhất", "Pages read most"), columns, rows);
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
