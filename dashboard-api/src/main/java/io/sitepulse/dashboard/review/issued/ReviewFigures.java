package io.sitepulse.dashboard.review.issued;

import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.document.Review;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a review: the cells of its tables and of the tables of its workbook.
 *
 * <p>The canonical text has a line for each figure in the order of the document: table id, table
 * title, row, column id and value, separated by tabs. A row is named by its first two texts or
 * days. Values are in decimal or ISO 8601 form, and empty if there is none.
 */
final class ReviewFigures {
  private static final char TAB = '\t';

  /** Number of columns that name a row. */
  private static final int NAMES = 2;

  private final Language language;
  private final UnaryOperator<String> names;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  /**
   * One figure.
   *
   * @param section heading of its section
   */
  private record Figure(
      String section,
      String table,
      String row,
      String column,
      ColumnKind kind,
      @Nullable Object value) {}

  /**
   * A figure that differs between two reviews. Texts are in the language of the documents.
   *
   * @param then null if the figure was not in the earlier review
   * @param now null if the figure is not in the later review
   */
  record FigureChange(
      String section,
      String table,
      String row,
      String column,
      @Nullable String then,
      @Nullable String now) {}

  private ReviewFigures(Language language, UnaryOperator<String> names) {
    this.language = language;
    this.names = names;
  }

  static ReviewFigures of(Review review) {
    return of(review, UnaryOperator.identity());
  }

  /** The figures with the later names of sites. */
  static ReviewFigures of(Review review, Renames renames) {
    return of(review, renames::name);
  }

  private static ReviewFigures of(Review review, UnaryOperator<String> names) {
    var all = new ReviewFigures(review.language(), names);
    review
        .sections()
        .forEach(section -> section.sheets().forEach(table -> all.add(section.heading(), table)));
    review.details().forEach(table -> all.add(table.title(), table));
    return all;
  }

  /** SHA-256 of the canonical text, in hexadecimal digits. */
  String hash() {
    try {
      byte[] bytes = canonical().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The canonical text. */
  String canonical() {
    var text = new StringBuilder();
    figures.forEach(
        (key, figure) ->
            text.append(key)
                .append(TAB)
                .append(figure.value() == null ? "" : clean(figure.value().toString()))
                .append('\n'));
    return text.toString();
  }

  /** The figures that differ in a later review, those of the later one in its order first. */
  List<FigureChange> changesIn(ReviewFigures later) {
    var changes = new ArrayList<FigureChange>();
    later.figures.forEach(
        (key, now) -> {
          Figure then = figures.get(key);
          if (then == null || !Objects.equals(then.value(), now.value())) {
            changes.add(change(now, then, now));
          }
        });
    figures.forEach(
        (key, then) -> {
          if (!later.figures.containsKey(key)) {
            changes.add(change(then, then, null));
          }
        });
    return changes;
  }

  private FigureChange change(Figure place, @Nullable Figure then, @Nullable Figure now) {
    return new FigureChange(
        place.section(), place.table(), place.row(), place.column(), text(then), text(now));
  }

  private @Nullable String text(@Nullable Figure figure) {
    return figure == null ? null : figure.kind().text(language, figure.value());
  }

  private void add(String section, ExportTable table) {
    List<Integer> named =
        IntStream.range(0, table.columns().size())
            .filter(i -> isName(table.columns().get(i).kind()))
            .limit(NAMES)
            .boxed()
            .toList();
    String above = "";
    for (var cells : table.rows()) {
      var parts =
          new ArrayList<>(named.stream().map(i -> names.apply(text(cells.get(i)))).toList());
      // A name that holds for several rows is written once.
      if (!parts.isEmpty()) {
        above = parts.get(0).isEmpty() ? above : parts.get(0);
        parts.set(0, above);
      }
      String row = String.join(" · ", parts.stream().filter(part -> !part.isEmpty()).toList());
      for (int i = 0; i < cells.size(); i++) {
        if (!named.contains(i)) {
          add(section, table, row, table.columns().get(i), cells.get(i));
        }
      }
    }
  }

  private void add(
      String section,
      ExportTable table,
      String row,
      ExportTable.Column column,
      @Nullable Object value) {
    var figure = new Figure(section, table.title(), row, column.label(), column.kind(), value);
    String key = key(table, row, column);
    for (int repeated = 2; figures.containsKey(key); repeated++) {
      key = key(table, row + " (" + repeated + ")", column);
    }
    figures.put(key, figure);
  }

  private String key(ExportTable table, String row, ExportTable.Column column) {
    return String.join(
        String.valueOf(TAB),
        table.id(),
        clean(names.apply(table.title())),
        clean(row),
        column.id());
  }

  private static boolean isName(ColumnKind kind) {
    return kind == ColumnKind.TEXT || kind == ColumnKind.DAY || kind == ColumnKind.TIME;
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }

  private static String clean(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }
}
