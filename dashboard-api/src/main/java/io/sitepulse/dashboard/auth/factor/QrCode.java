package io.sitepulse.dashboard.auth.factor;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as an SVG path, without the quiet zone.
 *
 * @param size width and height, in modules
 * @param path data of the path of the dark modules, one unit a module
 */
public record QrCode(int size, String path) {

  /** Encodes a text. */
  static QrCode of(String text) {
    try {
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      return new QrCode(modules.getWidth(), path(modules));
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(ByteMatrix modules) {
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  /** Leaves out the path, because the text may be a secret. */
  @Override
  public String toString() {
    return "QrCode of " + size + " modules";
  }
}
