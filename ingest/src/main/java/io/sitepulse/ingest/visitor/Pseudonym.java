package io.sitepulse.ingest.visitor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonym of a visitor for one day: the first 64 bits of HMAC-SHA256(salt, site, address,
 * user agent). Each part is prefixed with its length, so that different inputs are different bytes.
 */
public final class Pseudonym {
  private static final String ALGORITHM = "HmacSHA256";

  /** A Mac is not thread-safe, and creating one costs more than using it. */
  private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Pseudonym::mac);

  private Pseudonym() {}

  /**
   * Calculates a pseudonym of 16 hex digits. It is never zero, because ClickHouse stores 0 for an
   * anonymous visitor.
   */
  public static String of(Salt salt, String site, String address, String userAgent) {
    long bits = ByteBuffer.wrap(digest(salt, site, address, userAgent)).getLong();
    return HexFormat.of().toHexDigits(orOne(bits));
  }

  static long orOne(long bits) {
    return bits == 0 ? 1 : bits;
  }

  private static byte[] digest(Salt salt, String... parts) {
    Mac mac = MAC.get();
    try {
      mac.init(new SecretKeySpec(salt.secret(), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // HMAC accepts keys of any length.
    }
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      mac.update(bytes);
    }
    return mac.doFinal();
  }

  private static Mac mac() {
    try {
      return Mac.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Every Java platform has this algorithm.
    }
  }
}
