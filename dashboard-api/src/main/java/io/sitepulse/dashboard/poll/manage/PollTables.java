package io.sitepulse.dashboard.poll.manage;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.Columns;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.Kind;
import io.sitepulse.dashboard.export.Sheet;
import io.sitepulse.dashboard.web.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Polls, and the result of one, as tables. */
final class PollTables {
  private PollTables() {}

  static Export list(List<PollEntry> polls, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var poll : polls) {
      rows.add(
          Sheet.row(
              poll.id(),
              poll.site(),
              poll.question(),
              phase(poll.phase(), language),
              time(poll.opens(), language),
              time(poll.closes(), language),
              poll.participants()));
    }
    var columns = new Columns(language);
    var head =
        List.of(
            columns.text("poll", "Mã", "Id"),
            columns.text("site", "Trang", "Site"),
            columns.text("question", "Câu hỏi", "Question"),
            columns.text("phase", "Trạng thái", "State"),
            columns.text("opens", "Mở lúc", "Opens"),
            columns.text("closes", "Đóng lúc", "Closes"),
            participants(columns));
    String title = language.of("Các cuộc bình chọn", "Polls");
    return new Export(language, title, List.of(), List.of(new Sheet("polls", title, head, rows)));
  }

  /** A poll: its options. Shares are of ballots, so with several choices they add up to more. */
  static Export result(PollEntry poll, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var option : poll.options()) {
      rows.add(Sheet.row(option.label(), option.ballots(), option.share()));
    }
    var columns = new Columns(language);
    var head =
        List.of(
            columns.text("option", "Phương án", "Option"),
            columns.count("ballots", "Số phiếu", "Ballots"),
            columns.of("share", Kind.SHARE, "Tỷ lệ", "Share"));
    String title = language.of("Kết quả bình chọn", "Result of the poll");
    var facts =
        List.of(
            new Fact(language.of("Câu hỏi", "Question"), poll.question()),
            new Fact(participants(columns).label(), language.number(poll.participants())),
            new Fact(language.of("Trạng thái", "State"), phase(poll.phase(), language)));
    return new Export(
        language,
        title + " - " + poll.question(),
        facts,
        List.of(new Sheet("result", title, head, rows)));
  }

  private static Sheet.Column participants(Columns columns) {
    return columns.count("participants", "Số người tham gia", "Participants");
  }

  private static @Nullable String time(@Nullable Instant instant, Language language) {
    return instant == null ? null : language.time(instant, Site.DEFAULT_ZONE);
  }

  private static String phase(Phase phase, Language language) {
    return switch (phase) {
      case DRAFT -> language.of("Bản nháp", "Draft");
      case SCHEDULED -> language.of("Chưa mở", "Scheduled");
      case OPEN -> language.of("Đang mở", "Open");
      case CLOSED -> language.of("Đã kết thúc", "Closed");
    };
  }
}
