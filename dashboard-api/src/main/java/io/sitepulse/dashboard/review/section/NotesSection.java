package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.Summary.Takeover;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The notes: definitions of the figures, time zones, takeovers and old counters. */
public final class NotesSection {

  /** Number of sites named in a note. */
  private static final int YOUNG_SITES = 10;

  private NotesSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    var notes = new ArrayList<String>();
    if (data.summary().subject().sample()) {
      notes.add(sample(labels));
    }
    if (data.hiddenSites() > 0) {
      notes.add(hidden(data, labels));
    }
    if (data.summary().subject().movedSites() > 0) {
      notes.add(moved(data.summary().subject().movedSites(), labels));
    }
    notes.addAll(definitions(labels));
    notes.add(days(data, labels));
    young(data, labels).ifPresent(notes::add);
    days(data.summary().days().compared(), data, labels).ifPresent(notes::add);
    data.summary()
        .takeovers()
        .predecessors()
        .forEach(one -> notes.add(takenOver(data, one, labels)));
    Takeover successor = data.summary().takeovers().successor();
    if (successor != null) {
      notes.add(takenOverBy(data, successor, labels));
    }
    OldCounters.note(data, labels).ifPresent(notes::add);
    notes.addAll(LaterNotes.of(data, labels));
    return Optional.of(
        Review.Section.of("notes", labels.of("Ghi chú cách tính", "How it was reckoned"), notes));
  }

  private static String sample(ReviewLabels labels) {
    return labels.of(
        "Báo cáo có số liệu mẫu, được tạo ra để dùng thử chương trình; không dùng làm căn cứ.",
        "This review has sample data, made up to try the program on; nothing may be based on it.");
  }

  private static String hidden(ReviewData data, ReviewLabels labels) {
    String seen = labels.number(data.query().sites().size());
    String all = labels.number(data.coverage().sites());
    return labels.of(
        "Báo cáo chỉ gồm "
            + seen
            + " trong "
            + all
            + " trang thông tin điện tử của đơn vị, là các trang mà người lập báo cáo được xem.",
        "This review has " + seen + " of " + all + " sites only: those its author may see.");
  }

  private static String moved(int sites, ReviewLabels labels) {
    return labels.of(
        "Báo cáo không gồm "
            + labels.number(sites)
            + " trang thông tin điện tử đã sáp nhập vào trang của khối khác: số liệu của trang đó"
            + " được tính cho khối nhận.",
        "This review is without "
            + labels.count(sites, "trang", "site", "sites")
            + " that a site of another group has taken over: the figures are that group's.");
  }

  /** Sites whose figures begin within the period. */
  private static Optional<String> young(ReviewData data, ReviewLabels labels) {
    Period period = data.query().period();
    var first = data.coverage().origin().firstDays();
    var young = new ArrayList<String>();
    for (Site site : data.query().sites()) {
      LocalDate day = first.get(site.id());
      if (day != null && period.contains(day) && day.isAfter(period.from())) {
        young.add(site.name() + " (" + labels.periods.day(day) + ")");
      }
    }
    if (young.isEmpty()) {
      return Optional.empty();
    }
    int others = young.size() - YOUNG_SITES;
    return Optional.of(
        labels.of(
                "Trang thông tin có số liệu từ giữa kỳ, được đếm từ ngày ghi trong ngoặc: ",
                "Sites with figures from within the period on, first day in brackets: ")
            + String.join(", ", young.subList(0, Math.min(young.size(), YOUNG_SITES)))
            + (others > 0
                ? labels.of(" và ", " and ")
                    + labels.count(others, "trang khác", "other site", "other sites")
                : "")
            + ".");
  }

  private static List<String> definitions(ReviewLabels labels) {
    return List.of(
        labels.of(
            "Lượt truy cập là chuỗi lượt xem trang của một khách trong cùng một ngày, cách nhau không"
                + " quá 30 phút. Lượt xem trang tính mỗi lần một trang được hiển thị, kể cả khi tải"
                + " lại.",
            "A visit is a visitor's page views of one day with gaps of at most 30 minutes. A page view"
                + " is one page shown; a reload counts again."),
        labels.of(
            "Lượt khách theo ngày là tổng số khách của từng ngày và từng trang thông tin: một người truy cập"
                + " nhiều ngày hoặc nhiều trang thông tin được tính nhiều lần, vì vậy lượt khách theo ngày không"
                + " phải là số người.",
            "Visitor-days are the visitors of each day and each site, added up: who comes on several"
                + " days or to several sites counts several times, so they are not people."),
        labels.of(
            "Thời gian xem chỉ tính khi trang đang hiển thị trước người xem. Chương trình tự động"
                + " (bot) không được tính vào bất kỳ chỉ số nào.",
            "Engaged time runs only while a page is in sight. Robots are in no figure."));
  }

  private static String days(ReviewData data, ReviewLabels labels) {
    String zones =
        data.query().sites().stream()
            .map(site -> site.zone().getId())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return labels.of(
            "Ngày được tính theo múi giờ của từng trang thông tin (",
            "Days are those of each site's time zone (")
        + zones
        + ").";
  }

  private static Optional<String> days(
      @Nullable PeriodResponse compared, ReviewData data, ReviewLabels labels) {
    if (compared == null) {
      return Optional.empty();
    }
    String what = data.compared(labels).orElse("");
    return Optional.of(
        labels.of("Số liệu so sánh (", "The figures compared (")
            + what
            + labels.of(") lấy ", ") are those ")
            + labels.periods.dates(compared.from(), compared.to())
            + ".");
  }

  private static String takenOver(ReviewData data, Takeover one, ReviewLabels labels) {
    String day = labels.periods.day(one.from());
    String ofSite = ofSite(data, labels);
    return labels.of(
        "Từ ngày "
            + day
            + ", số liệu"
            + ofSite
            + " bao gồm toàn bộ số liệu của "
            + one.name()
            + ".",
        "From " + day + " on the figures" + ofSite + " include all those of " + one.name() + ".");
  }

  private static String ofSite(ReviewData data, ReviewLabels labels) {
    return data.query().scope().kind() == Scope.Kind.SITE
        ? labels.of(" của ", " of ") + data.summary().subject().name()
        : "";
  }

  private static String takenOverBy(ReviewData data, Takeover successor, ReviewLabels labels) {
    String day = labels.periods.day(successor.from());
    String name = data.summary().subject().name();
    return labels.of(
        "Từ ngày " + day + ", " + name + " do " + successor.name() + " tiếp nhận.",
        "From " + day + " on " + name + " was taken over by " + successor.name() + ".");
  }
}
