package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.widget.embed.PollView.Results;
import io.sitepulse.dashboard.widget.embed.PollView.Row;
import io.sitepulse.dashboard.widget.poll.PublicPollResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts of the page of a poll in one language. */
final class PollPageLabels {
  private final Language language;

  PollPageLabels(Language language) {
    this.language = language;
  }

  String assurance(boolean shared) {
    return shared
        ? language.of("Khảo sát tham khảo.", "Informal survey.")
        : language.of(
            "Khảo sát tham khảo, mỗi trình duyệt một phiếu.",
            "Informal survey, one ballot a browser.");
  }

  String unknown() {
    return language.of("Không có cuộc bình chọn này.", "There is no such poll.");
  }

  String title() {
    return language.of("Bình chọn", "Poll");
  }

  String button(boolean change) {
    return change
        ? language.of("Bình chọn lại", "Change my vote")
        : language.of("Bình chọn", "Vote");
  }

  /** The link to a vote of another person. */
  String nextPerson() {
    return language.of("Người khác bỏ phiếu trên máy này", "Another person votes on this computer");
  }

  String hint(int maxChoices) {
    return maxChoices == 1
        ? language.of("Chọn một phương án.", "Choose one option.")
        : language.of(
            "Chọn tối đa " + maxChoices + " phương án.",
            "Choose at most " + maxChoices + " options.");
  }

  /** The status of a poll for this reader. Empty if the poll is open for their vote. */
  Optional<String> status(PublicPollResponse poll, ZoneId zone) {
    String text =
        switch (poll.rules().phase()) {
          case DRAFT -> unknown();
          case SCHEDULED ->
              language.of("Chưa mở. Mở lúc ", "Not open yet. Opens at ") + at(poll, zone);
          case CLOSED -> language.of("Đã kết thúc. ", "Closed. ") + hidden(poll);
          case OPEN ->
              poll.reader().voted()
                  ? language.of("Cảm ơn bạn đã bình chọn. ", "Thank you for voting. ")
                      + hidden(poll)
                  : "";
        };
    return text.isBlank() ? Optional.empty() : Optional.of(text.trim());
  }

  /** What this browser has chosen. Empty if it is not known. */
  String chosen(PublicPollResponse poll, List<String> choices) {
    String labels =
        poll.options().stream()
            .filter(option -> choices.contains(option.id()))
            .map(PublicPollResponse.PublicPollOption::label)
            .collect(Collectors.joining("; "));
    return labels.isEmpty() ? "" : language.of("Bạn đã chọn: ", "Your choice: ") + labels + ".";
  }

  /** The reason why a vote was refused. */
  String refusal(VoteRefusal refusal, int maxChoices) {
    if (refusal.isRateLimited()) {
      return language.of(
              "Mạng của bạn đã gửi quá nhiều phiếu. Hãy thử lại sau ",
              "Too many votes from your network. Try again in ")
          + span(refusal.retryAfter().orElse(1L))
          + ".";
    }
    return switch (refusal.reason()) {
      case NUMBER_OF_CHOICES, UNKNOWN_OPTION -> hint(maxChoices);
      case ALREADY_VOTED -> language.of("Bạn đã bình chọn rồi.", "You have voted already.");
      case NOT_OPEN -> language.of("Chưa mở.", "Not open yet.");
      case CLOSED -> language.of("Đã kết thúc.", "Closed.");
      case ORIGIN ->
          language.of("Trang đã cũ. Hãy bình chọn lại.", "This page was too old. Vote again.");
      default ->
          language.of(
              "Chưa ghi được phiếu. Hãy thử lại sau giây lát.",
              "The vote could not be kept. Try again in a moment.");
    };
  }

  /** A time to wait, in minutes if it is long. */
  private String span(long seconds) {
    if (seconds > 90) {
      String minutes = language.number((seconds + 59) / 60);
      return minutes + language.of(" phút", " minutes");
    }
    String unit = seconds == 1 ? " second" : " seconds";
    return language.number(seconds) + language.of(" giây", unit);
  }

  /** The results. Empty if this reader may not see them. */
  Optional<Results> results(PublicPollResponse poll) {
    Long participants = poll.participants();
    return participants == null
        ? Optional.empty()
        : Optional.of(
            new Results(
                language.of("Kết quả", "Result"),
                language.of("Phương án", "Option"),
                language.of("Số phiếu", "Ballots"),
                language.of("Tỷ lệ", "Share"),
                poll.options().stream().map(option -> row(option, participants)).toList(),
                participants(participants) + note(poll)));
  }

  private Row row(PublicPollResponse.PublicPollOption option, long participants) {
    long ballots = option.ballots() == null ? 0 : option.ballots();
    double share = participants == 0 ? 0 : (double) ballots / participants;
    return new Row(
        option.label(),
        language.number(ballots),
        language.percent(share),
        String.format(Locale.ROOT, "%.1f", share * 100));
  }

  private String participants(long number) {
    String people = language.number(number);
    return language.of(
        people + " người đã tham gia bình chọn",
        people + (number == 1 ? " person has voted" : " people have voted"));
  }

  private String note(PublicPollResponse poll) {
    return poll.note() == null ? "" : ". " + poll.note().in(language);
  }

  private String hidden(PublicPollResponse poll) {
    if (poll.reader().resultsVisible()) {
      return "";
    }
    return switch (poll.rules().visibility()) {
      case AFTER_CLOSING ->
          language.of("Kết quả được công bố khi kết thúc.", "The result is shown after closing.");
      default -> language.of("Kết quả không công khai.", "The result is not public.");
    };
  }

  private String at(PublicPollResponse poll, ZoneId zone) {
    return poll.rules().opens() == null ? "" : language.time(poll.rules().opens(), zone) + ".";
  }
}
