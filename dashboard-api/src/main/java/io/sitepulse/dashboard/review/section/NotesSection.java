package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.Summary.Takeover;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How figures were reckoned, and what else must be known to defend them. */
public final class NotesSection implements SectionWriter {

  @Override
  public Optional<Review.Section> write(ReviewData found, ReviewLabels reviewLabels) {
    var notes = new ArrayList<String>();
    if (found.summary().sample()) {
      notes.add(sample(reviewLabels));
    }
    notes.addAll(definitions(reviewLabels));
    notes.add(days(found, reviewLabels));
    days(found.summary().compared(), found, reviewLabels).ifPresent(notes::add);
    found.summary().predecessors().forEach(one -> notes.add(takenOver(found, one, reviewLabels)));
    Takeover successor = found.summary().successor();
    if (successor != null) {
      notes.add(given(found, successor, reviewLabels));
    }
    baselines(found).map(site -> baseline(site, reviewLabels)).forEach(notes::add);
    return Optional.of(
        Review.Section.of(
            "notes", reviewLabels.of("Ghi chú cách tính", "How it was reckoned"), notes));
  }

  private static String sample(ReviewLabels reviewLabels) {
    return reviewLabels.of(
        "Báo cáo có số liệu mẫu, được tạo ra để dùng thử chương trình; không dùng làm căn cứ.",
        "This review has sample data, made up to try the program on; nothing may be based on it.");
  }

  private static List<String> definitions(ReviewLabels reviewLabels) {
    return List.of(
        reviewLabels.of(
            "Lượt truy cập là chuỗi lượt xem trang của một khách trong cùng một ngày, cách nhau không"
                + " quá 30 phút. Lượt xem trang tính mỗi lần một trang được hiển thị, kể cả khi tải"
                + " lại.",
            "A visit is a visitor's page views of one day with gaps of at most 30 minutes. A page view"
                + " is one page shown; a reload counts again."),
        reviewLabels.of(
            "Khách-ngày là tổng số khách của từng ngày và từng trang thông tin: một người truy cập"
                + " nhiều ngày hoặc nhiều trang thông tin được tính nhiều lần, vì vậy khách-ngày không"
                + " phải là số người.",
            "Visitor-days are the visitors of each day and each site, added up: who comes on several"
                + " days or to several sites counts several times, so they are not people."),
        reviewLabels.of(
            "Thời gian xem chỉ tính khi trang đang hiển thị trước người xem. Chương trình tự động"
                + " (bot) không được tính vào bất kỳ chỉ số nào.",
            "Engaged time runs only while a page is in sight. Robots are in no figure."));
  }

  private static String days(ReviewData found, ReviewLabels reviewLabels) {
    String zones =
        found.question().sites().stream()
            .map(site -> site.zone().getId())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return reviewLabels.of(
            "Ngày được tính theo múi giờ của từng trang thông tin (",
            "Days are those of each site's time zone (")
        + zones
        + ").";
  }

  private static Optional<String> days(
      @Nullable PeriodResponse compared, ReviewData found, ReviewLabels reviewLabels) {
    if (compared == null) {
      return Optional.empty();
    }
    String what = found.compared(reviewLabels).orElse("");
    return Optional.of(
        reviewLabels.of("Số liệu so sánh (", "The figures compared (")
            + what
            + reviewLabels.of(") lấy ", ") are those ")
            + reviewLabels.periods.dates(compared.from(), compared.to())
            + ".");
  }

  private static String takenOver(ReviewData found, Takeover one, ReviewLabels reviewLabels) {
    String day = reviewLabels.periods.day(one.from());
    String whose = whose(found, reviewLabels);
    return reviewLabels.of(
        "Từ ngày " + day + ", số liệu" + whose + " bao gồm toàn bộ số liệu của " + one.name() + ".",
        "From " + day + " on the figures" + whose + " include all those of " + one.name() + ".");
  }

  private static String whose(ReviewData found, ReviewLabels reviewLabels) {
    return found.question().scope().kind() == Scope.Kind.SITE
        ? reviewLabels.of(" của ", " of ") + found.summary().name()
        : "";
  }

  private static String given(ReviewData found, Takeover successor, ReviewLabels reviewLabels) {
    String day = reviewLabels.periods.day(successor.from());
    String name = found.summary().name();
    return reviewLabels.of(
        "Từ ngày " + day + ", " + name + " do " + successor.name() + " tiếp nhận.",
        "From " + day + " on " + name + " was taken over by " + successor.name() + ".");
  }

  private static Stream<Site> baselines(ReviewData found) {
    return found.question().sites().stream().filter(site -> site.baseline() != null);
  }

  private static String baseline(Site site, ReviewLabels reviewLabels) {
    Baseline old = Objects.requireNonNull(site.baseline());
    return reviewLabels.of("Bộ đếm cũ của ", "The old counter of ")
        + site.name()
        + reviewLabels.of(" (nguồn: ", " (source: ")
        + old.source()
        + reviewLabels.of("; người nhập: ", "; entered by ")
        + old.enteredBy()
        + reviewLabels.of(") có ", ") had ")
        + reviewLabels.count(old.visits(), "lượt truy cập", "visit", "visits")
        + reviewLabels.of(" đến hết ngày ", " up to ")
        + reviewLabels.periods.day(old.asOf())
        + reviewLabels.of(
            "; số này chỉ nằm trong tổng lũy kế, không nằm trong số liệu của kỳ báo cáo.",
            "; it is in the running total only, and not in the figures of this period.");
  }
}
