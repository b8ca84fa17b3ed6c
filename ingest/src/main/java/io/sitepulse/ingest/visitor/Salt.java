package io.sitepulse.ingest.visitor;

import io.sitepulse.runtime.http.ClientAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one local date, from which the pseudonyms of its visitors are calculated. It is
 * never part of a text. Thread-safe.
 */
public final class Salt {
  /** Lifetime of a salt. After it, pseudonyms can no longer be linked to a visitor. */
  static final Duration LIFETIME = Duration.ofDays(2);

  static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /** Keyed once and only cloned after that, because keying costs as much as a calculation. */
  private final Mac keyed;

  private final Instant made;
  private final boolean byNetwork;

  /**
   * Creates a salt.
   *
   * @param byNetwork true if clients are told apart by {@link ClientAddress#networkOf}. Salts of
   *     earlier releases tell them apart by their addresses, so that an upgrade in the middle of a
   *     day gives no visitor a second pseudonym.
   */
  Salt(byte[] secret, Instant made, boolean byNetwork) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a salt has " + BYTES + " bytes");
    }
    this.keyed = keyed(secret);
    this.made = made;
    this.byNetwork = byNetwork;
  }

  /**
   * Calculates the pseudonym of a visitor of a site: the first 64 bits of HMAC-SHA256(salt, site,
   * address or network, user agent) as 16 hex digits. Each part is prefixed with its length in
   * bytes, so that different inputs are different bytes. A pseudonym is never zero, because
   * ClickHouse stores 0 for an anonymous visitor.
   */
  public String pseudonym(String site, String address, String userAgent) {
    Mac mac = copy();
    add(mac, site);
    add(mac, byNetwork ? ClientAddress.networkOf(address) : address);
    add(mac, userAgent);
    return HexFormat.of().toHexDigits(orOne(ByteBuffer.wrap(mac.doFinal()).getLong()));
  }

  static long orOne(long bits) {
    return bits == 0 ? 1 : bits;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(made.plus(LIFETIME));
  }

  @Override
  public String toString() {
    return "Salt[***]";
  }

  private Mac copy() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e); // The constructor has cloned it.
    }
  }

  private static void add(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      mac.update((byte) (bytes.length >> shift));
    }
    mac.update(bytes);
  }

  private static Mac keyed(byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return (Mac) mac.clone();
    } catch (GeneralSecurityException | CloneNotSupportedException e) {
      // Every Java platform has this algorithm, and the JDK's can be cloned.
      throw new IllegalStateException(e);
    }
  }
}
