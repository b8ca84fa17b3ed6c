package io.sitepulse.local.audit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as plain text. Each column is as wide as its widest cell. The first column is
 * left-aligned, the others are right-aligned.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private record Line(List<String> cells, List<String> notes) {}

  private final List<Line> lines = new ArrayList<>();

  /** Begins a table with its first line. */
  public TextTable(List<String> head) {
    add(head, List.of());
  }

  /**
   * Adds a line.
   *
   * @param notes lines of their own below it
   */
  public void add(List<String> cells, List<String> notes) {
    lines.add(new Line(List.copyOf(cells), List.copyOf(notes)));
  }

  @Override
  public String toString() {
    int[] widths = new int[lines.get(0).cells().size()];
    for (Line line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.cells().get(i)));
      }
    }
    var text = new StringBuilder();
    for (Line line : lines) {
      append(text, line.cells(), widths);
      line.notes().forEach(note -> text.append(GAP).append(GAP).append(note).append('\n'));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String space = " ".repeat(widths[i] - width(cell));
      line.append(i == 0 ? cell + space : GAP + space + cell);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** Columns a terminal takes: a letter with its marks is one, however it is written. */
  static int width(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return (int)
        decomposed
            .codePoints()
            .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
            .count();
  }
}
