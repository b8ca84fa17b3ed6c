package io.sitepulse.local.replay.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Event ids of log lines. The same line of the same site always has the same id, so a second run
 * counts nothing twice. The ids are name-based UUIDs (RFC 9562, version 5).
 *
 * <p>An id is made from the line and its number among equal lines. Equal lines have the same time,
 * so these are lines of one second. File name and position are no part of it, so a line keeps its
 * id when the log is rotated, trimmed or packed.
 *
 * <p>Logs that were joined may share lines. Where the time falls back, and a line and the one after
 * it are a sequence that was read before, the sequence is read again: its lines get the ids that
 * they have.
 *
 * <pre>
 * a b c d e   c d e f     joined from two logs
 * 1 1 1 1 1   1 1 1 1     number of the line: c d e are the same events
 * a b a c                 a visitor who asked twice within a second
 * 1 1 2 1
 * </pre>
 */
public final class LineIds {
  private static final UUID NAMESPACE = UUID.fromString("9ba2b7b8-6c0f-5d8b-9f0e-52b1a2c0d4e7");
  private static final long VERSION_BITS = 0xF000L;
  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  /** Lines remembered at most, about 30 MB. Older ones are so far apart that none is equal. */
  private static final int REMEMBERED = 200_000;

  private final byte[] prefix;
  private final List<Long> sequence = new ArrayList<>();
  private final Map<Long, List<Integer>> positions = new HashMap<>();
  private Instant latest = Instant.MIN;
  private int again = -1;

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
   * Returns the id of the next line of a log.
   *
   * @param at time of the line
   * @param line the line
   * @param following the line for which an id is asked next, empty if there is none
   */
  public UUID next(Instant at, String line, String following) {
    long key = key(line);
    int position = repeated(at, key, following);
    if (position < 0) {
      position = add(key);
      latest = at.isAfter(latest) ? at : latest;
    }
    return id(positions.getOrDefault(key, List.of()).indexOf(position) + 1, line);
  }

  /** Position at which a line was read before that is read again now, or -1 for a new line. */
  private int repeated(Instant at, long key, String following) {
    if (again >= 0 && again < sequence.size() && sequence.get(again) == key) {
      return again++;
    }
    again = -1;
    if (at.isBefore(latest)) {
      for (int position : positions.getOrDefault(key, List.of())) {
        if (position + 1 < sequence.size() && sequence.get(position + 1) == key(following)) {
          again = position + 1;
          return position;
        }
      }
    }
    return -1;
  }

  private int add(long key) {
    if (sequence.size() == REMEMBERED) {
      sequence.clear();
      positions.clear();
    }
    sequence.add(key);
    int position = sequence.size() - 1;
    positions.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(position);
    return position;
  }

  private static long key(String line) {
    return ByteBuffer.wrap(sha1().digest(line.getBytes(StandardCharsets.ISO_8859_1))).getLong();
  }

  private UUID id(int occurrence, String line) {
    MessageDigest sha1 = sha1();
    sha1.update(prefix);
    sha1.update(ByteBuffer.allocate(Integer.BYTES).putInt(occurrence).array());
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
