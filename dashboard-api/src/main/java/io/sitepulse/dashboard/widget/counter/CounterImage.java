package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.dashboard.widget.counter.CounterView.Line;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws counters as an SVG image whose text alternative has the same numbers. */
final class CounterImage {
  private static final int WIDTH = 240;
  private static final int ROW = 26;
  private static final int PAD = 10;
  private static final int BASE = 17;

  private CounterImage() {}

  /** Draws the image. Labels and colours are constants, so nothing needs to be escaped. */
  static String draw(CounterView view, CounterFigures figures) {
    List<Line> lines = view.lines(figures);
    String numbers =
        lines.stream()
            .map(line -> line.label() + ": " + line.number())
            .collect(Collectors.joining(" · "));
    return draw(view, lines, numbers);
  }

  /** Draws an image that says that there is no such site. */
  static String unknown(CounterView view) {
    String text = view.language().of("Không có trang này", "Unknown site");
    return draw(view, List.of(new Line(text, "")), text);
  }

  private static String draw(CounterView view, List<Line> lines, String alternative) {
    int height = lines.size() * ROW + 2 * PAD;
    var svg = new StringBuilder(1024);
    svg.append(head(view, height)).append(texts(view, alternative)).append(style(view.dark()));
    svg.append(
        "<rect class=\"b\" x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
            .formatted(WIDTH - 1, height - 1));
    for (int i = 0; i < lines.size(); i++) {
      svg.append(row(lines.get(i), PAD + i * ROW + BASE));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String head(CounterView view, int height) {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
            + " viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-labelledby=\"t d\" lang=\"%3$s\""
            + " xml:lang=\"%3$s\">",
        WIDTH,
        height,
        view.language().tag());
  }

  private static String texts(CounterView view, String alternative) {
    return "<title id=\"t\">"
        + view.language().of("Số lượt truy cập", "Visitor counter")
        + "</title><desc id=\"d\">"
        + alternative
        + "</desc>";
  }

  /** Colours with WCAG AA contrast. A null theme follows the system of the reader. */
  private static String style(@Nullable Boolean dark) {
    String light = ".b{fill:#fff;stroke:#c5cbd3}.l{fill:#3d4754}.n{fill:#0b4f9e}";
    String night = ".b{fill:#14181d;stroke:#4a5563}.l{fill:#c8d0da}.n{fill:#8ec2ff}";
    String colours =
        dark == null
            ? light + "@media(prefers-color-scheme:dark){" + night + "}"
            : dark ? night : light;
    return "<style>text{font:14px system-ui,'Segoe UI',Arial,sans-serif}.n{font-weight:600}"
        + colours
        + "</style>";
  }

  private static String row(Line line, int y) {
    return String.format(
        Locale.ROOT,
        "<text class=\"l\" x=\"%d\" y=\"%d\">%s</text>"
            + "<text class=\"n\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        PAD + 2,
        y,
        line.label(),
        WIDTH - PAD - 2,
        y,
        line.number());
  }
}
