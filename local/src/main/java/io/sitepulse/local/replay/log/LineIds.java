package io.sitepulse.local.replay.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Event ids of log lines. The same line of the same site always has the same id, so a second run
 * counts nothing twice. The ids are name-based UUIDs (RFC 9562, version 5).
 */
public final class LineIds {
  private static final UUID NAMESPACE = UUID.fromString("9ba2b7b8-6c0f-5d8b-9f0e-52b1a2c0d4e7");
  private static final long VERSION_BITS = 0xF000L;
  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private final byte[] prefix;

  /**
   * Ids of the lines of a log.
   *
   * @param site the site they are replayed for
   * @param run empty for ids that are the same in each run
   */
  public LineIds(String site, String run) {
    byte[] names = (site + '\n' + run + '\n').getBytes(StandardCharsets.UTF_8);
    this.prefix =
        ByteBuffer.allocate(16 + names.length)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .put(names)
            .array();
  }

  /**
   * Returns the id of a line. Two equal lines are two requests, so the line number is part of it.
   */
  public UUID of(long number, String line) {
    MessageDigest sha1 = sha1();
    sha1.update(prefix);
    sha1.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    ByteBuffer digest = ByteBuffer.wrap(sha1.digest(line.getBytes(StandardCharsets.ISO_8859_1)));
    long high = (digest.getLong() & ~VERSION_BITS) | VERSION_5;
    return new UUID(high, (digest.getLong() & ~VARIANT_BITS) | VARIANT_RFC);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
