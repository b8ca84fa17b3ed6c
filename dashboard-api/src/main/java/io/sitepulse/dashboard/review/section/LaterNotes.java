package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.report.Overview.BaselineChange;
import io.sitepulse.dashboard.review.document.PastDefinitions;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewData.LaterSite;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notes on what was changed after the period. They explain why a review that is made later leaves
 * it out.
 */
final class LaterNotes {
  /** Number of sites or changes named in a note. */
  private static final int NAMED = 10;

  private LaterNotes() {}

  /** Writes the notes. Empty if nothing was changed. */
  static List<String> of(ReviewData data, ReviewLabels labels) {
    var notes = new ArrayList<String>();
    var sites = data.coverage().later().stream().filter(LaterSite::visible).toList();
    if (!sites.isEmpty()) {
      notes.add(sites(sites, labels));
    }
    var baselines = data.coverage().origin().baselines();
    var before = baselines.changes().stream().map(BaselineChange::site).collect(Collectors.toSet());
    for (BaselineChange change : baselines.later()) {
      boolean first = change.before() == null && before.add(change.site());
      boolean counted = baselines.known().containsKey(change.site());
      notes.add(first ? entered(change, counted, labels) : corrected(change, labels));
    }
    for (Change change : data.coverage().past().changes()) {
      if (change.action().startsWith("target.")) {
        target(change, data, labels).ifPresent(notes::add);
      } else if (change.action().startsWith("poll.")) {
        notes.addAll(LaterPolls.of(change, data, labels));
      } else {
        named(change, labels).ifPresent(notes::add);
        moved(change, data, labels).ifPresent(notes::add);
        notes.addAll(LaterMergers.of(change, data, labels));
      }
    }
    return limited(notes, labels);
  }

  private static List<String> limited(List<String> notes, ReviewLabels labels) {
    int others = notes.size() - NAMED;
    if (others <= 0) {
      return notes;
    }
    var some = new ArrayList<>(notes.subList(0, NAMED));
    some.add(
        labels.of(
            "Sau kỳ báo cáo: còn "
                + labels.number(others)
                + " thay đổi khác, xem nhật ký thay đổi.",
            "After the period: "
                + labels.count(others, "", "other change", "other changes")
                + ", see the change log."));
    return some;
  }

  /** A site or group got another name. */
  private static Optional<String> named(Change change, ReviewLabels labels) {
    String before = PastDefinitions.text(change.before(), "name");
    String after = PastDefinitions.text(change.after(), "name");
    return before == null || after == null || before.equals(after)
        ? Optional.empty()
        : Optional.of(
            labels.of(
                "Sau kỳ báo cáo: "
                    + before
                    + " được "
                    + change.byName()
                    + " đổi tên thành "
                    + after
                    + " ngày "
                    + day(change.at(), labels)
                    + "; báo cáo giữ tên khi hết kỳ.",
                "After the period: "
                    + before
                    + " was renamed to "
                    + after
                    + " by "
                    + change.byName()
                    + " on "
                    + day(change.at(), labels)
                    + "; this review has the name of the period's end."));
  }

  /** A site was moved to another group. */
  private static Optional<String> moved(Change change, ReviewData data, ReviewLabels labels) {
    String before = PastDefinitions.text(change.before(), "group");
    String after = PastDefinitions.text(change.after(), "group");
    if (!change.action().startsWith("site.")
        || change.before() == null
        || Objects.equals(before, after)) {
      return Optional.empty();
    }
    String name = String.valueOf(PastDefinitions.text(change.before(), "name"));
    String from = group(before, data, labels);
    String to = group(after, data, labels);
    return Optional.of(
        labels.of(
            "Sau kỳ báo cáo: "
                + name
                + " được "
                + change.byName()
                + " chuyển từ "
                + from
                + " sang "
                + to
                + " ngày "
                + day(change.at(), labels)
                + "; báo cáo giữ khối khi hết kỳ.",
            "After the period: "
                + name
                + " was moved from "
                + from
                + " to "
                + to
                + " by "
                + change.byName()
                + " on "
                + day(change.at(), labels)
                + "; this review has the group of the period's end."));
  }

  private static String group(@Nullable String id, ReviewData data, ReviewLabels labels) {
    return id == null
        ? labels.of("“không thuộc khối nào”", "“no group”")
        : data.coverage().past().groups().getOrDefault(id, id);
  }

  /** A target was entered, changed or removed. */
  private static Optional<String> target(Change change, ReviewData data, ReviewLabels labels) {
    Target before = PastDefinitions.target(change.before());
    Target after = PastDefinitions.target(change.after());
    String by = change.byName();
    String day = day(change.at(), labels);
    if (before == null && after != null) {
      boolean counted =
          data.coverage().past().targets().stream()
              .anyMatch(target -> target.id().equals(after.id()));
      return Optional.of(
          labels.of(
              "Sau kỳ báo cáo: chỉ tiêu "
                  + labels.target(after, data)
                  + " được "
                  + by
                  + " nhập ngày "
                  + day
                  + (counted
                      ? ", sau khi kỳ đã kết thúc."
                      : ", sau khi kỳ đã kết thúc, nên không có trong báo cáo."),
              "After the period: the target "
                  + labels.target(after, data)
                  + " was entered by "
                  + by
                  + " on "
                  + day
                  + (counted
                      ? ", when the period was over."
                      : ", when the period was over, so it is not in this review.")));
    }
    if (before == null) {
      return Optional.empty();
    }
    String was = labels.target(before, data);
    return Optional.of(
        after == null
            ? labels.of(
                "Sau kỳ báo cáo: chỉ tiêu "
                    + was
                    + " được "
                    + by
                    + " xóa ngày "
                    + day
                    + "; báo cáo giữ chỉ tiêu khi hết kỳ.",
                "After the period: the target "
                    + was
                    + " was removed by "
                    + by
                    + " on "
                    + day
                    + "; this review has the targets of the period's end.")
            : labels.of(
                "Sau kỳ báo cáo: chỉ tiêu "
                    + was
                    + " được "
                    + by
                    + " sửa ngày "
                    + day
                    + " thành "
                    + labels.target(after, data)
                    + "; báo cáo giữ chỉ tiêu khi hết kỳ.",
                "After the period: the target "
                    + was
                    + " was changed by "
                    + by
                    + " on "
                    + day
                    + " to "
                    + labels.target(after, data)
                    + "; this review has the targets of the period's end."));
  }

  private static String sites(List<LaterSite> sites, ReviewLabels labels) {
    String names =
        sites.stream()
            .limit(NAMED)
            .map(one -> one.site().name() + " (" + labels.periods.day(one.registered()) + ")")
            .collect(Collectors.joining(", "));
    int others = sites.size() - NAMED;
    return labels.of(
            "Sau kỳ báo cáo: trang thông tin được đăng ký sau kỳ, không có trong báo cáo: ",
            "After the period: sites that were registered later and are not in this review: ")
        + names
        + (others > 0
            ? labels.of(" và ", " and ")
                + labels.count(others, "trang khác", "other site", "other sites")
            : "")
        + ".";
  }

  private static String entered(BaselineChange change, boolean counted, ReviewLabels labels) {
    return labels.of(
        "Sau kỳ báo cáo: số ban đầu của "
            + change.name()
            + " ("
            + visits(change.after(), labels)
            + ") được "
            + change.by()
            + " nhập ngày "
            + day(change, labels)
            + (counted
                ? ", sau khi kỳ đã kết thúc."
                : ", sau khi kỳ đã kết thúc, nên không có trong báo cáo."),
        "After the period: the baseline of "
            + change.name()
            + " ("
            + visits(change.after(), labels)
            + ") was entered by "
            + change.by()
            + " on "
            + day(change, labels)
            + (counted
                ? ", when the period was over."
                : ", when the period was over, so it is not in this review."));
  }

  private static String corrected(BaselineChange change, ReviewLabels labels) {
    return labels.of(
        "Sau kỳ báo cáo: số ban đầu của "
            + change.name()
            + " được "
            + change.by()
            + " sửa ngày "
            + day(change, labels)
            + " từ "
            + visits(change.before(), labels)
            + " thành "
            + visits(change.after(), labels)
            + "; báo cáo giữ số đã có khi hết kỳ.",
        "After the period: the baseline of "
            + change.name()
            + " was changed by "
            + change.by()
            + " on "
            + day(change, labels)
            + " from "
            + visits(change.before(), labels)
            + " to "
            + visits(change.after(), labels)
            + "; this review has the one known when the period ended.");
  }

  private static String visits(@Nullable Baseline baseline, ReviewLabels labels) {
    return baseline == null
        ? labels.of("không có", "none")
        : labels.count(baseline.visits(), "lượt truy cập", "visit", "visits");
  }

  private static String day(BaselineChange change, ReviewLabels labels) {
    return day(change.at(), labels);
  }

  private static String day(Instant at, ReviewLabels labels) {
    LocalDate day = at.atZone(Site.DEFAULT_ZONE).toLocalDate();
    return labels.periods.day(day);
  }
}
