package io.sitepulse.dashboard.review.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The fonts of a PDF and of charts. SVG charts need them as files, so they are unpacked to a
 * temporary folder while the process runs.
 */
final class Fonts {
  /** Family name in the style sheet and the charts. */
  private static final String FAMILY = "Liberation Serif";

  private static final Set<FSFontUseCase> USES =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

  private final List<Face> faces;
  private final Font regular;
  private final Font bold;

  private record Face(Path file, int weight, FontStyle style) {}

  private static final class Holder {
    private static final Fonts FONTS = unpack();
  }

  private Fonts(List<Face> faces) throws IOException {
    this.faces = faces;
    try {
      this.regular = Font.createFont(Font.TRUETYPE_FONT, faces.get(0).file().toFile());
      this.bold = Font.createFont(Font.TRUETYPE_FONT, faces.get(1).file().toFile());
    } catch (FontFormatException e) {
      throw new IOException(e);
    }
  }

  /** Adds all fonts to a document. */
  static void addTo(PdfRendererBuilder builder) {
    for (var face : Holder.FONTS.faces) {
      builder.useFont(face.file().toFile(), FAMILY, face.weight(), face.style(), true, USES);
    }
  }

  /** The font as AWT measures and draws it, at a size of one point. */
  static Font awt(boolean bold) {
    return bold ? Holder.FONTS.bold : Holder.FONTS.regular;
  }

  private static Fonts unpack() {
    try {
      Path folder = Files.createTempDirectory("sitepulse-fonts");
      folder.toFile().deleteOnExit();
      return new Fonts(
          List.of(
              unpack(folder, "Regular", 400, FontStyle.NORMAL),
              unpack(folder, "Bold", 700, FontStyle.NORMAL),
              unpack(folder, "Italic", 400, FontStyle.ITALIC),
              unpack(folder, "BoldItalic", 700, FontStyle.ITALIC)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Face unpack(Path folder, String name, int weight, FontStyle style)
      throws IOException {
    String resource = "/liberation/LiberationSerif-" + name + ".ttf";
    Path file = folder.resolve(name + ".ttf");
    try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      Files.copy(in, file);
    }
    file.toFile().deleteOnExit();
    return new Face(file, weight, style);
  }
}
