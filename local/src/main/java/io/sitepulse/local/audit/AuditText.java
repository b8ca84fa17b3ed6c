package io.sitepulse.local.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Formats an audit report for people. */
final class AuditText {
  private static final List<String> HEAD =
      List.of(
          "site",
          "day",
          "views",
          "visits",
          "visitors",
          "engaged s",
          "received",
          "counted",
          "duplicates",
          "bots",
          "rejected",
          "recount");
  private static final List<String> POLL_HEAD =
      List.of("poll", "participants", "changed", "rejected", "recount");

  private AuditText() {}

  /** Formats the claimed numbers as a table, with the differences below each line. */
  static String of(AuditReport report) {
    var text = new StringBuilder();
    if (report.days().isEmpty()) {
      text.append("no events and no counters from ")
          .append(report.scope().from())
          .append(" to ")
          .append(report.scope().to())
          .append('\n');
    } else {
      append(text, HEAD, report.days(), AuditText::dayCells);
    }
    if (!report.polls().isEmpty()) {
      text.append('\n');
      append(text, POLL_HEAD, report.polls(), AuditText::pollCells);
    }
    return text.append('\n').append(conclusion(report)).append('\n').toString();
  }

  private interface Cells {
    List<String> of(AuditLine line);
  }

  private static void append(
      StringBuilder text, List<String> head, List<AuditLine> lines, Cells cells) {
    var table = new TextTable(head);
    for (AuditLine line : lines) {
      var notes = new ArrayList<String>();
      line.differences().forEach(difference -> notes.add(note(difference)));
      if (line.imported() != null) {
        notes.add(note(line.imported()));
      }
      table.add(cells.of(line), notes);
    }
    text.append(table);
  }

  private static List<String> dayCells(AuditLine line) {
    NamedCounts claimed = line.claimed();
    return List.of(
        line.subject(),
        String.valueOf(line.day()),
        number(claimed, "views"),
        number(claimed, "visits"),
        number(claimed, "visitors"),
        Long.toString(claimed.get("engagedMs") / 1000),
        number(claimed, "received"),
        Long.toString(claimed.get("counted.views") + claimed.get("counted.heartbeats")),
        number(claimed, "duplicates"),
        number(claimed, "bots"),
        Long.toString(rejected(claimed)),
        result(line));
  }

  private static List<String> pollCells(AuditLine line) {
    return List.of(
        line.subject(),
        number(line.claimed(), "participants"),
        number(line.claimed(), "ballots.changed"),
        Long.toString(rejected(line.claimed())),
        result(line));
  }

  private static String number(NamedCounts figures, String name) {
    return Long.toString(figures.get(name));
  }

  private static long rejected(NamedCounts figures) {
    return figures.byName().entrySet().stream()
        .filter(figure -> figure.getKey().startsWith(Ledgers.REJECTED))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static String result(AuditLine line) {
    int differences = line.differences().size();
    if (differences > 0) {
      return "DIFFERS: " + differences;
    }
    return line.imported() == null ? "same" : "imported";
  }

  private static String note(Difference difference) {
    return "%s: says %d, raw events say %d (%+d)"
        .formatted(
            difference.figure(),
            difference.claimed(),
            difference.recounted(),
            difference.claimed() - difference.recounted());
  }

  private static String note(Imported imported) {
    return "imported, not recountable: %d views, %d visits from: %s"
        .formatted(
            imported.figures().get("views"), imported.figures().get("visits"), imported.source());
  }

  private static String conclusion(AuditReport report) {
    long differences = report.differences();
    String conclusion =
        differences == 0
            ? "No difference: counters, ledger and tallies are what the raw events say."
            : differences + (differences == 1 ? " difference." : " differences.");
    if (!report.isComplete()) {
      conclusion +=
          "\nNot complete: "
              + report.pending()
              + " records of events or votes are accepted and not yet counted and stored. The"
              + " numbers above lack them. Run the audit again later.";
    }
    if (report.notRebuildable() > 0) {
      conclusion +=
          "\nKafka has deleted events before "
              + report.rebuildableFrom()
              + ". If ClickHouse is lost, only a backup brings them back, days: "
              + report.notRebuildable();
    }
    if (!report.notRebuildableVotes().isEmpty()) {
      conclusion +=
          "\nKafka has deleted votes before "
              + report.votesRebuildableFrom()
              + ". If ClickHouse is lost, only a backup brings them back, votes by poll: "
              + report.notRebuildableVotes().entrySet().stream()
                  .map(poll -> poll.getKey() + " " + poll.getValue())
                  .collect(Collectors.joining(", "));
    }
    long days = report.notRecountable();
    return days == 0
        ? conclusion
        : conclusion
            + "\nImported numbers without raw events, taken as they were brought: "
            + days
            + (days == 1 ? " day." : " days.");
  }
}
