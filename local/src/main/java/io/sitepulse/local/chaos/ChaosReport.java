package io.sitepulse.local.chaos;

import io.sitepulse.local.audit.TextTable;
import io.sitepulse.local.chaos.plan.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The result of a run.
 *
 * @param faults how long it was silent after each fault
 * @param ledger what became of the requests, by site and day and by poll
 * @param facts sentences about the run
 * @param faultsFound everything that is not as it must be, empty if nothing is
 */
public record ChaosReport(
    ChaosOptions options,
    List<Row> faults,
    List<LedgerRow> ledger,
    List<String> facts,
    List<String> faultsFound) {
  private static final String CLEAN =
      "Nothing lost, nothing twice, no total fell, no process ended by itself, audit clean.";
  private static final List<String> FAULT_HEAD =
      List.of("fault", "times", "no counting", "no event 202", "no vote 202");
  private static final List<String> LEDGER_HEAD =
      List.of("subject", "202 to requests", "counted", "duplicates", "bots", "rejected");

  public ChaosReport {
    faults = List.copyOf(faults);
    ledger = List.copyOf(ledger);
    facts = List.copyOf(facts);
    faultsFound = List.copyOf(faultsFound);
  }

  /**
   * One kind of fault.
   *
   * @param times how often it was made
   * @param counting longest time in which no total of a site grew
   * @param events longest time without an event answered 202
   * @param votes longest time without a vote answered 202
   */
  public record Row(Fault fault, int times, Duration counting, Duration events, Duration votes) {
    List<String> cells() {
      return List.of(
          fault.text(),
          Integer.toString(times),
          seconds(counting),
          seconds(events),
          seconds(votes));
    }

    private static String seconds(Duration time) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
  }

  /**
   * What became of the requests of a site's day or of a poll.
   *
   * @param acknowledged number of answers 202, and of all requests if there are more. The sum of
   *     the others is within these limits
   */
  public record LedgerRow(
      String subject,
      String acknowledged,
      long counted,
      long duplicates,
      long bots,
      long rejected) {
    List<String> cells() {
      return List.of(
          subject,
          acknowledged,
          Long.toString(counted),
          Long.toString(duplicates),
          Long.toString(bots),
          Long.toString(rejected));
    }
  }

  /** Tells whether all is as it must be. */
  public boolean isClean() {
    return faultsFound.isEmpty();
  }

  /** The report for a terminal. */
  public String text() {
    return String.join("\n", parts(ChaosReport::plain));
  }

  /** The report in Markdown. */
  public String markdown() {
    return String.join("\n", parts(ChaosReport::markdown));
  }

  private interface Table {
    String of(List<String> head, List<List<String>> rows);
  }

  private List<String> parts(Table table) {
    var parts = new ArrayList<String>();
    parts.add(options.command() + "\n");
    parts.add(table.of(FAULT_HEAD, faults.stream().map(Row::cells).toList()));
    parts.add(table.of(LEDGER_HEAD, ledger.stream().map(LedgerRow::cells).toList()));
    facts.forEach(fact -> parts.add("- " + fact));
    parts.add("");
    parts.add(isClean() ? CLEAN : found());
    return parts;
  }

  private String found() {
    return faultsFound.stream()
        .map(fault -> "- " + fault)
        .collect(Collectors.joining("\n", "NOT AS IT MUST BE:\n", ""));
  }

  private static String plain(List<String> head, List<List<String>> rows) {
    var table = new TextTable(head);
    rows.forEach(row -> table.add(row, List.of()));
    return table.toString();
  }

  private static String markdown(List<String> head, List<List<String>> rows) {
    var text = new StringBuilder();
    line(text, head);
    line(text, head.stream().map(cell -> "---").toList());
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
