package io.sitepulse.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result as a table: one line for each side of a comparison and for each figure. */
public final class ReportTable {
  private static final double MEGABYTE = 1024 * 1024;

  private static final List<String> HEAD =
      List.of(
          "part",
          "side",
          "median/s",
          "minimum",
          "maximum",
          "CPU s/100k",
          "with broker",
          "peak MB",
          "RATIO");

  private static final List<String> FIGURE_HEAD =
      List.of("figure", "unit", "median", "minimum", "maximum");

  private ReportTable() {}

  /** The report as plain text. */
  public static String text(BenchReport report) {
    var text = new StringBuilder(report.machine() + "\n" + report.settings() + "\n\n");
    if (!report.comparisons().isEmpty()) {
      text.append(plain(HEAD, comparisonRows(report), 2)).append('\n');
    }
    if (!report.figures().isEmpty()) {
      text.append(plain(FIGURE_HEAD, figureRows(report), 2)).append('\n');
    }
    report.audits().forEach(audit -> text.append(audit.text()).append('\n'));
    return text.toString();
  }

  /** The report as Markdown. */
  public static String markdown(BenchReport report) {
    var text =
        new StringBuilder(
            "Run of " + report.begun() + ".\n" + report.machine() + ".\n" + report.settings());
    text.append(".\n\n");
    if (!report.comparisons().isEmpty()) {
      text.append(piped(HEAD, comparisonRows(report), 2)).append('\n');
    }
    if (!report.figures().isEmpty()) {
      text.append(piped(FIGURE_HEAD, figureRows(report), 2)).append('\n');
    }
    report.audits().forEach(audit -> text.append("- ").append(audit.text()).append('\n'));
    return text.toString();
  }

  private static List<List<String>> comparisonRows(BenchReport report) {
    var rows = new ArrayList<List<String>>();
    for (Comparison comparison : report.comparisons()) {
      rows.add(row(comparison.name(), "ceiling", comparison.ceiling(), ""));
      rows.add(
          row(
              comparison.unit(),
              "product",
              comparison.product(),
              String.format(Locale.ROOT, "%.2f", comparison.ratio())));
    }
    return rows;
  }

  private static List<String> row(String name, String label, Side side, String ratio) {
    return List.of(
        name,
        label,
        number(side.rate().median()),
        number(side.rate().minimum()),
        number(side.rate().maximum()),
        String.format(Locale.ROOT, "%.2f", side.cpuPerHundredThousand()),
        String.format(Locale.ROOT, "%.2f", side.allCpuPerHundredThousand()),
        number(side.peakMemoryBytes() / MEGABYTE),
        ratio);
  }

  private static List<List<String>> figureRows(BenchReport report) {
    return report.figures().stream()
        .map(
            figure ->
                List.of(
                    figure.name(),
                    figure.unit(),
                    number(figure.values().median()),
                    number(figure.values().minimum()),
                    number(figure.values().maximum())))
        .toList();
  }

  /** Whole numbers with separators from 100 on, two decimals below. */
  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
  }

  private static String plain(List<String> head, List<List<String>> rows, int left) {
    var all = new ArrayList<List<String>>(List.of(head));
    all.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> row : all) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(i < left ? row.get(i) + space : space + row.get(i)).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String piped(List<String> head, List<List<String>> rows, int left) {
    var text = new StringBuilder(pipe(head));
    text.append('|');
    for (int i = 0; i < head.size(); i++) {
      text.append(i < left ? " --- |" : " ---: |");
    }
    text.append('\n');
    rows.forEach(row -> text.append(pipe(row)));
    return text.toString();
  }

  private static String pipe(List<String> row) {
    return "| " + String.join(" | ", row) + " |\n";
  }
}
