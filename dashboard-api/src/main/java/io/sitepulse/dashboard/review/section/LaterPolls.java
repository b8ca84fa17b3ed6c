package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.review.document.PastDefinitions;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes on questions and options that were changed after the period. */
final class LaterPolls {
  private LaterPolls() {}

  /** Writes the notes of a change of a poll, if the poll is in the review. */
  static List<String> of(Change change, ReviewData data, ReviewLabels labels) {
    Poll before = PastDefinitions.poll(change.before());
    Poll after = PastDefinitions.poll(change.after());
    if (before == null
        || after == null
        || data.polls().stream().noneMatch(one -> one.poll().id().equals(before.id()))) {
      return List.of();
    }
    var notes = new ArrayList<String>();
    if (!before.question().equals(after.question())) {
      notes.add(
          labels.of(
                  "Sau kỳ báo cáo: câu hỏi " + quoted(before.question()),
                  "After the period: the question " + quoted(before.question()))
              + changed(change, labels)
              + quoted(after.question())
              + labels.of(
                  "; báo cáo giữ câu hỏi khi hết kỳ.",
                  "; this review has the question of the period's end."));
    }
    Map<String, String> known =
        before.options().stream().collect(Collectors.toMap(Option::id, Option::label));
    for (Option option : after.options()) {
      String label = known.get(option.id());
      if (label != null && !label.equals(option.label())) {
        notes.add(
            labels.of(
                    "Sau kỳ báo cáo: phương án "
                        + quoted(label)
                        + " của "
                        + quoted(before.question()),
                    "After the period: the option "
                        + quoted(label)
                        + " of "
                        + quoted(before.question()))
                + changed(change, labels)
                + quoted(option.label())
                + labels.of(
                    "; báo cáo giữ phương án khi hết kỳ.",
                    "; this review has the option of the period's end."));
      }
    }
    return notes;
  }

  private static String changed(Change change, ReviewLabels labels) {
    String day = labels.periods.day(change.at().atZone(Site.DEFAULT_ZONE).toLocalDate());
    return labels.of(
        " được " + change.byName() + " sửa ngày " + day + " thành ",
        " was changed by " + change.byName() + " on " + day + " to ");
  }

  private static String quoted(String text) {
    return "“" + text + "”";
  }
}
