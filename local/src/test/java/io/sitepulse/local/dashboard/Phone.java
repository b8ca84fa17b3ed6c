package io.sitepulse.local.dashboard;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
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

/** A phone with an authenticator app, which scans the code on the screen. */
final class Phone {
  private static final Pattern SECRET = Pattern.compile("otpauth://totp/\\S+secret=([A-Z2-7]{32})");
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;

  private final SecretKeySpec key;

  private Phone(SecretKeySpec key) {
    this.key = key;
  }

  /** Scans a QR code from a picture of the page. */
  static Phone scan(Locator qr) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(qr.screenshot()));
    int width = image.getWidth();
    int height = image.getHeight();
    var source =
        new RGBLuminanceSource(
            width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width));
    String text =
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    Matcher matcher = SECRET.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no secret in " + text);
    }
    return new Phone(new SecretKeySpec(bytes(matcher.group(1)), "HmacSHA1"));
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
