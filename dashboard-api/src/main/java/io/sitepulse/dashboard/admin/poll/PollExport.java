package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.SetAside;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exports polls, and the result and history of one, as tables. */
final class PollExport {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT);

  private PollExport() {}

  /**
   * Returns the list of polls.
   *
   * @param zones returns the time zone of a poll's site
   */
  static Export list(
      List<ManagedPollResponse> polls, Function<Poll, ZoneId> zones, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var response : polls) {
      Poll poll = response.poll();
      rows.add(
          ExportTable.row(
              poll.id(),
              poll.site(),
              poll.question(),
              phase(response.phase(), language),
              time(poll.opens(), zones.apply(poll)),
              time(poll.closes(), zones.apply(poll)),
              response.participants()));
    }
    var columns = new ExportColumns(language);
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

  /** Returns the options of a poll. With several choices a ballot the shares exceed 1 in total. */
  static Export result(ManagedPollResponse response, ZoneId zone, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var option : response.options()) {
      rows.add(ExportTable.row(label(option, language), option.ballots(), option.share()));
    }
    var columns = new ExportColumns(language);
    var head =
        List.of(
            columns.text("option", "Phương án", "Option"),
            columns.count("ballots", "Số phiếu", "Ballots"),
            columns.of("share", ColumnKind.SHARE, "Tỷ lệ", "Share"));
    String title = language.of("Kết quả bình chọn", "Result of the poll");
    var facts = new ArrayList<Fact>();
    Collections.addAll(
        facts,
        new Fact(language.of("Câu hỏi", "Question"), response.poll().question()),
        new Fact(participants(columns).label(), language.number(response.participants())),
        new Fact(language.of("Trạng thái", "State"), phase(response.phase(), language)));
    facts.addAll(setAside(response, zone, language));
    return new Export(
        language,
        title + " - " + response.poll().question(),
        facts,
        List.of(new ExportTable("result", title, head, rows)));
  }

  private static String label(ManagedPollResponse.ManagedPollOption option, Language language) {
    return option.former() == null
        ? option.label()
        : option.label() + language.of(" (trước đây: ", " (before: ") + option.former() + ")";
  }

  private static List<Fact> setAside(ManagedPollResponse response, ZoneId zone, Language language) {
    var facts = new ArrayList<Fact>();
    for (SetAside setAside : response.poll().setAside()) {
      String from = moment(setAside.from(), zone);
      String to = moment(setAside.to(), zone);
      facts.add(
          new Fact(
              language.of("Phiếu bị loại", "Votes set aside"),
              language.of("từ ", "from ")
                  + from
                  + language.of(" đến ", " to ")
                  + to
                  + ": "
                  + setAside.reason()));
    }
    if (!facts.isEmpty()) {
      facts.add(
          new Fact(
              language.of("Số người không còn phiếu", "Voters without a ballot"),
              language.number(response.setAsideParticipants())));
    }
    return facts;
  }

  private static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  private static ExportTable.Column participants(ExportColumns columns) {
    return columns.count("participants", "Số người tham gia", "Participants");
  }

  /** Returns the history of a poll in the time zone of its site. */
  static Export history(
      Poll poll, List<PollHistoryResponse.Point> points, ZoneId zone, Language language) {
    var columns = new ExportColumns(language);
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
