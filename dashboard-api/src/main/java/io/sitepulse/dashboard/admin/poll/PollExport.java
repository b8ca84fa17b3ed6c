package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Columns;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Polls, and the result of one, as tables. */
final class PollExport {
  private PollExport() {}

  /**
   * Polls.
   *
   * @param zones of their sites
   */
  static Export list(
      List<ManagedPollResponse> polls,
      Function<ManagedPollResponse, ZoneId> zones,
      Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var poll : polls) {
      rows.add(
          ExportTable.row(
              poll.id(),
              poll.site(),
              poll.question(),
              phase(poll.phase(), language),
              time(poll.opens(), zones.apply(poll)),
              time(poll.closes(), zones.apply(poll)),
              poll.participants()));
    }
    var columns = new Columns(language);
    var head =
        List.of(
            columns.text("poll", "Mã", "Id"),
            columns.text("site", "Trang", "Site"),
            columns.text("question", "Câu hỏi", "Question"),
            columns.text("phase", "Trạng thái", "State"),
            columns.time("opens", "Mở lúc", "Opens"),
            columns.time("closes", "Đóng lúc", "Closes"),
            participants(columns));
    String title = language.of("Các cuộc bình chọn", "Polls");
    return Export.of(language, "polls", title, head, rows);
  }

  /** A poll: its options. Shares are of ballots, so with several choices they add up to more. */
  static Export result(ManagedPollResponse poll, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var option : poll.options()) {
      rows.add(ExportTable.row(option.label(), option.ballots(), option.share()));
    }
    var columns = new Columns(language);
    var head =
        List.of(
            columns.text("option", "Phương án", "Option"),
            columns.count("ballots", "Số phiếu", "Ballots"),
            columns.of("share", ColumnKind.SHARE, "Tỷ lệ", "Share"));
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
        List.of(new ExportTable("result", title, head, rows)));
  }

  private static ExportTable.Column participants(Columns columns) {
    return columns.count("participants", "Số người tham gia", "Participants");
  }

  /** How a poll came to stand as it does, by the clock of its site. */
  static Export history(
      ManagedPollResponse poll, List<PollHistory.Point> points, ZoneId zone, Language language) {
    var columns = new Columns(language);
    var head = new ArrayList<ExportTable.Column>();
    head.add(columns.time("at", "Thời điểm", "Time"));
    head.add(participants(columns));
    poll.options()
        .forEach(option -> head.add(columns.count(option.id(), option.label(), option.label())));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var point : points) {
      var row = new ArrayList<@Nullable Object>();
      row.add(time(point.at(), zone));
      row.add(point.participants());
      poll.options().forEach(option -> row.add(point.ballots().getOrDefault(option.id(), 0L)));
      rows.add(row);
    }
    String title = language.of("Diễn biến bình chọn", "Course of the poll");
    return Export.of(language, "history", title + " - " + poll.question(), head, rows);
  }

  private static @Nullable LocalDateTime time(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, zone);
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
