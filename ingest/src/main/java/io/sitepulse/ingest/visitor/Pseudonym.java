package io.sitepulse.ingest.visitor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A visitor's name for one day: the first 64 bits of HMAC-SHA256(salt, site, address, user agent).
 * Each part goes in with its length before it, so that no two different triples are the same bytes.
 */
public final class Pseudonym {
  private static final String ALGORITHM = "HmacSHA256";

  /** A Mac is not safe for several threads, and making one costs more than using it. */
  private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Pseudonym::mac);

  private Pseudonym() {}

  /** 16 hex digits; never all zero, which means nobody where it is stored. */
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
      throw new IllegalStateException(e); // HMAC takes a key of any length.
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
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
