package io.sitepulse.dashboard.review;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.dashboard.export.Columns;
import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.export.Sheet.Column;
import io.sitepulse.dashboard.report.Breakdown.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read most. */
final class PagesPart implements Part {

  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    var read =
        found.pages().stream().filter(pages -> !pages.breakdown().values().isEmpty()).toList();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    boolean several = found.sites().isPresent();
    return Optional.of(
        new Review.Section(
            "pages",
            words.of("Nội dung được quan tâm", "What was read"),
            List.of(sentence(read.get(0), several, words)),
            List.of(table(read, several, words)),
            List.of()));
  }

  private static String sentence(Findings.Pages pages, boolean several, Words words) {
    Value most = pages.breakdown().values().get(0);
    String where =
        several
            ? words.of(
                "Tại " + pages.site().name() + ", trang", "At " + pages.site().name() + " the page")
            : words.of("Trang", "The page");
    return where
        + words.of(" được xem nhiều nhất là ", " read most was ")
        + words.of("“", "“")
        + title(most)
        + "”"
        + words.of(" với ", ", with ")
        + words.count(most.views(), Metric.VIEWS)
        + more(pages, several, words);
  }

  private static String more(Findings.Pages pages, boolean several, Words words) {
    return several
        ? words.of(
            ". Bảng dưới đây nêu các trang được xem nhiều nhất của những đơn vị dẫn đầu.",
            ". The table lists what was read most at the leading sites.")
        : words.of(
            ". Có " + words.number(pages.breakdown().rows()) + " trang được xem trong kỳ.",
            ". " + words.count(pages.breakdown().rows(), "", "page was", "pages were") + " read.");
  }

  private static Sheet table(List<Findings.Pages> read, boolean several, Words words) {
    var columns = new ArrayList<Column>();
    Columns make = words.columns;
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
    return new Sheet(
        "pages", words.of("Trang được xem nhiều nhất", "Pages read most"), columns, rows);
  }

  private static List<@Nullable Object> row(Findings.Pages pages, Value value, boolean several) {
    return several
        ? Sheet.row(
            pages.site().name(), value.title(), value.value(), value.views(), value.engagedMs())
        : Sheet.row(value.title(), value.value(), value.views(), value.engagedMs());
  }

  private static String title(Value value) {
    return value.title() == null || value.title().isBlank() ? value.value() : value.title();
  }
}
