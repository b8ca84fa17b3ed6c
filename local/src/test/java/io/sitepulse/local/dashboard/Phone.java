package io.sitepulse.local.dashboard;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A phone with an authenticator app, which scans the code on the screen. */
final class Phone {
  private static final Pattern SECRET = Pattern.compile("otpauth://totp/\\S+secret=([A-Z2-7]{32})");
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;
  private static final int[] ANGLES = {0, 3, 8, 15, -5};

  private final SecretKeySpec key;

  private Phone(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Scans a QR code from a picture of the page. A phone is never held straight, and looks until it
   * reads: of 20,000 codes of this size ZXing did not read 49 straight ones, and each of them
   * turned by one of these angles.
   */
  static Phone scan(Locator qr) throws Exception {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(qr.screenshot()));
    for (int degrees : ANGLES) {
      String text = read(turned(picture, degrees));
      if (text != null) {
        return new Phone(key(text));
      }
    }
    throw new AssertionError("no QR code in the picture");
  }

  private static @Nullable String read(BufferedImage picture) {
    int edge = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, edge, edge, new int[edge * edge], 0, edge);
    var source = new RGBLuminanceSource(edge, edge, pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (ReaderException e) {
      return null;
    }
  }

  private static BufferedImage turned(BufferedImage picture, int degrees) {
    int edge = Math.max(picture.getWidth(), picture.getHeight()) * 3 / 2;
    var turned = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = turned.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, edge, edge);
    paper.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paper.rotate(Math.toRadians(degrees), edge / 2.0, edge / 2.0);
    paper.drawImage(
        picture, (edge - picture.getWidth()) / 2, (edge - picture.getHeight()) / 2, null);
    paper.dispose();
    return turned;
  }

  private static SecretKeySpec key(String text) {
    Matcher matcher = SECRET.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no secret in " + text);
    }
    return new SecretKeySpec(bytes(matcher.group(1)), "HmacSHA1");
  }

  /**
   * Returns the code that the app shows.
   *
   * @param ahead by how much the phone's clock is ahead
   */
  String code(Duration ahead) throws Exception {
    return new TimeBasedOneTimePasswordGenerator()
        .generateOneTimePasswordString(key, Instant.now().plus(ahead));
  }

  private static byte[] bytes(String base32) {
    BigInteger number = BigInteger.ONE; // Keeps the zeros in front.
    for (int i = 0; i < base32.length(); i++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(base32.charAt(i))));
    }
    byte[] all = number.toByteArray();
    return Arrays.copyOfRange(all, all.length - SECRET_BYTES, all.length);
  }
}
