package io.sitepulse.dashboard.review.render;

import io.sitepulse.dashboard.export.XmlText;
import java.util.Locale;

/** Builds an SVG image. Texts are escaped. */
final class Svg {
  static final String INK = "#1f2937";
  static final String SOFT = "#6b7280";
  static final String LINE = "#d1d5db";
  static final String BLUE = "#1d4f91";
  static final String GREY = "#9aa3af";

  private final StringBuilder out = new StringBuilder();

  /** Starts an image whose title is read by screen readers. */
  Svg(int width, int height, String title) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" aria-label=\"")
        .append(escaped(title))
        .append("\" alt=\"")
        .append(escaped(title))
        .append("\" font-family=\"'Liberation Serif', 'Times New Roman', serif\"")
        // Not 12: for that size the PDF library uses a font of one point.
        .append(" font-size=\"13\">");
  }

  Svg line(double x1, double y1, double x2, double y2, String color) {
    return add(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>", x1, y1, x2, y2, color);
  }

  Svg box(double x, double y, double width, double height, String color) {
    return add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
        x, y, Math.max(width, 0), height, color);
  }

  /** A path, dashed for compared values. */
  Svg path(String path, String color, boolean dashed) {
    return add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
            + " stroke-linejoin=\"round\"%s/>",
        path, color, dashed ? 1.2 : 1.8, dashed ? " stroke-dasharray=\"4 3\"" : "");
  }

  Svg dot(double x, double y, String color) {
    return add("<circle cx=\"%s\" cy=\"%s\" r=\"2.4\" fill=\"%s\"/>", x, y, color);
  }

  /**
   * A text.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  Svg text(double x, double y, String anchor, String color, String text) {
    return add(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, color, escaped(text));
  }

  /** The finished image. */
  String done() {
    return out + "</svg>";
  }

  /** A coordinate with one decimal place. */
  static String at(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private Svg add(String shape, Object... values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] instanceof Double number ? at(number) : values[i];
    }
    out.append(String.format(Locale.ROOT, shape, values));
    return this;
  }

  private static String escaped(String text) {
    return XmlText.legal(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
