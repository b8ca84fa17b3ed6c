package io.sitepulse.dashboard.review.section;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewData.PollResult;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The section on polls that were open in the period. */
public final class PollsSection {

  private static final int NAMED = 5;

  private PollsSection() {}

  /** Writes the section. Empty if it has no data. */
  public static Optional<Review.Section> write(ReviewData data, ReviewLabels labels) {
    var polls = data.polls();
    if (polls.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Review.Section(
            "polls",
            labels.of("Bình chọn, lấy ý kiến", "Polls"),
            paragraphs(polls, labels),
            List.of(table(polls, labels)),
            List.of()));
  }

  private static List<String> paragraphs(List<PollResult> polls, ReviewLabels labels) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(
        labels.of("Trong kỳ có ", "In the period there ")
            + labels.of("", polls.size() == 1 ? "was " : "were ")
            + labels.count(polls.size(), "cuộc bình chọn.", "poll.", "polls."));
    for (var poll : polls.stream().limit(NAMED).toList()) {
      paragraphs.add(sentence(poll, labels));
    }
    if (polls.size() > NAMED) {
      int others = polls.size() - NAMED;
      paragraphs.add(
          labels.of(
              "Kết quả của " + labels.number(others) + " cuộc bình chọn còn lại ở bảng dưới đây.",
              "The results of the other " + labels.number(others) + " are in the table."));
    }
    return paragraphs;
  }

  private static String sentence(PollResult result, ReviewLabels labels) {
    long participants = result.result().participants();
    String about = "“" + result.poll().question() + "” (" + result.siteName() + "): ";
    if (participants == 0) {
      return about + labels.of("chưa có người tham gia.", "nobody has voted.");
    }
    return about
        + labels.of("trong kỳ có ", "in the period ")
        + labels.count(
            result.participants(), "người tham gia bình chọn", "person voted", "people voted")
        + (result.participants() == participants
            ? ""
            : labels.of(
                ", tính cả trước đó là " + labels.number(participants) + " người",
                ", with those before " + labels.number(participants)))
        + labels.of("; nhiều nhất là ", "; most for ")
        + leading(result, participants, labels)
        + "."
        + setAside(result, labels);
  }

  private static String label(Option option, ReviewLabels labels) {
    return option.former() == null
        ? option.label()
        : option.label() + labels.of(" (trước đây: ", " (before: ") + option.former() + ")";
  }

  private static String setAside(PollResult result, ReviewLabels labels) {
    return result.poll().setAside().isEmpty()
        ? ""
        : labels.of(
            " Một số phiếu đã bị loại theo quyết định của quản trị viên.",
            " Some votes were set aside by an administrator.");
  }

  /** The option with most ballots, or all of them if several have as many. */
  private static String leading(PollResult result, long participants, ReviewLabels labels) {
    long most =
        result.poll().options().stream()
            .mapToLong(option -> ballots(result, option.id()))
            .max()
            .orElse(0);
    var leading =
        result.poll().options().stream()
            .filter(option -> ballots(result, option.id()) == most)
            .map(option -> "“" + label(option, labels) + "”")
            .toList();
    String share = labels.percent((double) most / participants);
    if (leading.size() == 1) {
      return leading.get(0) + " (" + share + ")";
    }
    int last = leading.size() - 1;
    return String.join(", ", leading.subList(0, last))
        + labels.of(" và ", " and ")
        + leading.get(last)
        + labels.of(" (bằng nhau, cùng " + share + ")", " (equal, " + share + " each)");
  }

  private static ExportTable table(List<PollResult> polls, ReviewLabels labels) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var result : polls) {
      long participants = result.result().participants();
      // A question is read once, above its options.
      String question = result.poll().question();
      for (var option : result.poll().options()) {
        long ballots = ballots(result, option.id());
        rows.add(
            ExportTable.row(
                question,
                label(option, labels),
                ballots,
                participants == 0 ? null : (double) ballots / participants));
        question = "";
      }
    }
    var columns = labels.columns;
    return new ExportTable(
        "polls",
        labels.of("Kết quả bình chọn", "Results of polls"),
        List.of(
            columns.text("question", "Câu hỏi", "Question"),
            columns.text("option", "Phương án", "Option"),
            columns.count("ballots", "Số phiếu", "Ballots"),
            columns.of("share", ColumnKind.SHARE, "Tỷ lệ", "Share")),
        rows);
  }

  private static long ballots(PollResult result, String option) {
    return result.result().ballots().getOrDefault(option, 0L);
  }
}
