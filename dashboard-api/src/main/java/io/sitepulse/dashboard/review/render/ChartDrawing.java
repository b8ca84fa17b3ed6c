package io.sitepulse.dashboard.review.render;

import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.document.Chart;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Draws charts as SVG, which prints sharp, in colours that differ in black and white too. */
final class ChartDrawing {
  static final int WIDTH = 620;
  private static final int HEIGHT = 250;
  private static final int LEFT = 72;
  private static final int RIGHT = 12;
  private static final int TOP = 30;
  private static final int BOTTOM = 26;
  private static final int MARKS = 8;
  private static final int FEW_POINTS = 13;

  private static final int BAR = 22;
  private static final int NAMES = 245;
  private static final int NAME_LENGTH = 36;
  private static final int FIGURES = 80;

  /**
   * An axis from zero to a round number.
   *
   * @param step distance of two grid lines
   * @param top value of the last grid line
   */
  record AxisScale(long step, long top) {
    private static final int LINES = 4;

    /** A scale for values up to {@code largest}, which is at least 1. */
    static AxisScale of(long largest) {
      long step = 1;
      // 1, 2, 5, 10, 20, 50 …
      for (int i = 0; step * LINES < largest; i++) {
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;
      }
      return new AxisScale(step, (largest + step - 1) / step * step);
    }

    /** Values of the grid lines, from zero. */
    List<Long> lines() {
      return LongStream.rangeClosed(0, top / step).mapToObj(line -> line * step).toList();
    }

    /** Position of a value on the axis, 0 to 1. */
    double position(long value) {
      return (double) value / top;
    }
  }

  private final Language language;

  ChartDrawing(Language language) {
    this.language = language;
  }

  /** The SVG image of a chart. */
  String of(Chart chart) {
    return chart.kind() == Chart.Kind.LINE ? lines(chart) : bars(chart);
  }

  private String lines(Chart chart) {
    var svg = new Svg(WIDTH, HEIGHT, chart.title());
    var axisScale = AxisScale.of(chart.largest());
    for (long line : axisScale.lines()) {
      double y = y(axisScale, line);
      svg.line(LEFT, y, WIDTH - RIGHT, y, line == 0 ? Svg.GREY : Svg.LINE);
      svg.text(LEFT - 8.0, y + 4, "end", Svg.SOFT, language.number(line));
    }
    marks(svg, chart.labels());
    legend(svg, chart);
    // The compared series is drawn first, below the other one.
    for (int i = chart.series().size() - 1; i >= 0; i--) {
      drawSeries(svg, axisScale, chart.series().get(i).values(), i > 0);
    }
    return svg.done();
  }

  private static void drawSeries(
      Svg svg, AxisScale axisScale, List<@Nullable Long> values, boolean compared) {
    String color = compared ? Svg.GREY : Svg.BLUE;
    var path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < values.size(); i++) {
      Long value = values.get(i);
      if (value != null) {
        double x = x(i, values.size());
        double y = y(axisScale, value);
        path.append(drawing ? 'L' : 'M').append(Svg.at(x)).append(' ').append(Svg.at(y));
        if (!compared && values.size() <= FEW_POINTS) {
          svg.dot(x, y, color);
        }
      }
      drawing = value != null;
    }
    if (!path.isEmpty()) {
      svg.path(path.toString(), color, compared);
    }
  }

  private static void marks(Svg svg, List<String> labels) {
    int every = Math.max(1, (labels.size() + MARKS - 1) / MARKS);
    for (int i = 0; i < labels.size(); i += every) {
      double x = x(i, labels.size());
      svg.line(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 4.0, Svg.GREY);
      svg.text(x, HEIGHT - BOTTOM + 17.0, "middle", Svg.SOFT, labels.get(i));
    }
  }

  private static void legend(Svg svg, Chart chart) {
    double x = LEFT;
    for (int i = 0; i < chart.series().size(); i++) {
      String name = chart.series().get(i).name();
      svg.path("M" + Svg.at(x) + " 12h24", i > 0 ? Svg.GREY : Svg.BLUE, i > 0);
      svg.text(x + 30, 16.0, "start", Svg.INK, name);
      x += 60 + name.length() * 6.5;
    }
  }

  private static double x(int i, int points) {
    double width = WIDTH - LEFT - RIGHT - 12.0;
    return LEFT + 6 + (points < 2 ? width / 2 : width * i / (points - 1));
  }

  private static double y(AxisScale axisScale, long value) {
    return HEIGHT - BOTTOM - axisScale.position(value) * (HEIGHT - TOP - BOTTOM);
  }

  private String bars(Chart chart) {
    var values = chart.series().get(0).values();
    var svg = new Svg(WIDTH, values.size() * BAR + 4, chart.title());
    double room = WIDTH - NAMES - FIGURES;
    for (int i = 0; i < values.size(); i++) {
      Long known = values.get(i);
      long value = known == null ? 0 : known;
      double width = room * value / chart.largest();
      double y = i * BAR + 4.0;
      svg.text(NAMES - 8.0, y + 13, "end", Svg.INK, cut(chart.labels().get(i)));
      svg.box(NAMES, y + 1, Math.max(width, 1), BAR - 7.0, Svg.BLUE);
      svg.text(NAMES + width + 6, y + 13, "start", Svg.INK, language.number(value));
    }
    svg.line(NAMES, 2.0, NAMES, values.size() * BAR + 2.0, Svg.GREY);
    return svg.done();
  }

  private static String cut(String name) {
    return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH - 1).strip() + "…";
  }
}
