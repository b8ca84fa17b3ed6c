package io.sitepulse.dashboard.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hash sources that allow inline styles and scripts in a {@code Content-Security-Policy}. */
public final class CspHashes {
  private CspHashes() {}

  /** The hash source, in quotes, that allows exactly this inline text. */
  public static String source(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
