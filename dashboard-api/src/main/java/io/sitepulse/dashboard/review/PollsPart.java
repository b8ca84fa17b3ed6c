package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.Kind;
import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.review.Findings.PollResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Polls that took ballots in the period. */
final class PollsPart implements Part {
  private static final int NAMED = 5;

  @Override
  public Optional<Review.Section> write(Findings found, Words words) {
    var polls = found.polls();
    if (polls.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Review.Section(
            "polls",
            words.of("Bình chọn, lấy ý kiến", "Polls"),
            paragraphs(polls, words),
            List.of(table(polls, words)),
            List.of()));
  }

  private static List<String> paragraphs(List<PollResult> polls, Words words) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(
        words.of("Trong kỳ có ", "In the period there ")
            + words.of("", polls.size() == 1 ? "was " : "were ")
            + words.count(polls.size(), "cuộc bình chọn.", "poll.", "polls."));
    for (var poll : polls.stream().limit(NAMED).toList()) {
      paragraphs.add(sentence(poll, words));
    }
    return paragraphs;
  }

  private static String sentence(PollResult result, Words words) {
    long participants = result.tally().participants();
    String about = "“" + result.poll().question() + "” (" + result.siteName() + "): ";
    if (participants == 0) {
      return about + words.of("chưa có người tham gia.", "nobody has voted.");
    }
    var first =
        result.poll().options().stream()
            .max(Comparator.comparingLong(option -> ballots(result, option.id())))
            .orElseThrow();
    return about
        + words.count(
            participants, "người đã tham gia bình chọn", "person has voted", "people have voted")
        + words.of("; nhiều nhất là “", "; most for “")
        + first.label()
        + "” ("
        + words.percent((double) ballots(result, first.id()) / participants)
        + ").";
  }

  private static Sheet table(List<PollResult> polls, Words words) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var result : polls) {
      long participants = result.tally().participants();
      for (var option : result.poll().options()) {
        long ballots = ballots(result, option.id());
        rows.add(
            Sheet.row(
                result.poll().question(),
                option.label(),
                ballots,
                participants == 0 ? null : (double) ballots / participants));
      }
    }
    var columns = words.columns;
    return new Sheet(
        "polls",
        words.of("Kết quả bình chọn", "Results of polls"),
        List.of(
            columns.text("question", "Câu hỏi", "Question"),
            columns.text("option", "Phương án", "Option"),
            columns.count("ballots", "Số phiếu", "Ballots"),
            columns.of("share", Kind.SHARE, "Tỷ lệ", "Share")),
        rows);
  }

  private static long ballots(PollResult result, String option) {
    return result.tally().ballots().getOrDefault(option, 0L);
  }
}
