package io.sitepulse.dashboard.review.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.apache.batik.bridge.FontFace;
import org.apache.batik.bridge.FontFamilyResolver;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.gvt.font.AWTFontFamily;
import org.apache.batik.gvt.font.GVTFontFace;
import org.apache.batik.gvt.font.GVTFontFamily;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;

/** Turns the SVG image of a chart into a PNG image, for documents that word processors open. */
final class ChartPicture extends ImageTranscoder {
  /** Width in pixels: about 250 a printed inch. */
  private static final float WIDTH = 1_550;

  private ChartPicture() {
    addTranscodingHint(KEY_WIDTH, WIDTH);
    addTranscodingHint(KEY_BACKGROUND_COLOR, Color.WHITE);
  }

  /** Draws an image. */
  static byte[] of(String svg) throws IOException {
    var out = new ByteArrayOutputStream();
    try {
      new ChartPicture()
          .transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(out));
    } catch (TranscoderException e) {
      throw new IOException(e);
    }
    return out.toByteArray();
  }

  /** Height of a PNG image as a share of its width, from the head of its first chunk. */
  static double proportion(byte[] png) {
    var head = ByteBuffer.wrap(png);
    return (double) head.getInt(20) / head.getInt(16);
  }

  @Override
  public BufferedImage createImage(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  @Override
  public void writeImage(BufferedImage image, TranscoderOutput output) throws TranscoderException {
    try {
      ImageIO.write(image, "png", output.getOutputStream());
    } catch (IOException e) {
      throw new TranscoderException(e);
    }
  }

  @Override
  protected UserAgent createUserAgent() {
    return new SVGAbstractTranscoderUserAgent() {
      @Override
      public FontFamilyResolver getFontFamilyResolver() {
        return OneFont.INSTANCE;
      }
    };
  }

  /** The font of the PDF for all texts, whatever the machine has installed. */
  private static final class OneFont implements FontFamilyResolver {
    static final OneFont INSTANCE = new OneFont();

    private final GVTFontFamily family =
        new AWTFontFamily(new GVTFontFace("Liberation Serif"), Fonts.awt(false));

    @Override
    public GVTFontFamily resolve(String name) {
      return family;
    }

    @Override
    public GVTFontFamily resolve(String name, FontFace face) {
      return family;
    }

    @Override
    public GVTFontFamily loadFont(InputStream in, FontFace face) {
      return family;
    }

    @Override
    public GVTFontFamily getDefault() {
      return family;
    }

    @Override
    public GVTFontFamily getFamilyThatCanDisplay(char letter) {
      return family;
    }
  }
}
