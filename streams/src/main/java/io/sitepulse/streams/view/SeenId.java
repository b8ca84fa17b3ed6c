package io.sitepulse.streams.view;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * An id of an event with the time at which it was received. An id belongs to its site.
 *
 * <pre>
 * key: site | id(16)
 *
 * list: layout(1)=1 | entries
 * entry: length of site(1) | site | id(16) | received, epoch ms(8)
 * </pre>
 */
record SeenId(String site, UUID id, Instant received) {
  private static final byte LAYOUT = 1;
  private static final int FIXED_SIZE = 25;

  Bytes key() {
    return keyOf(site, id);
  }

  static Bytes keyOf(String site, UUID id) {
    byte[] name = bytesOf(site);
    ByteBuffer key = ByteBuffer.allocate(name.length + 16).put(name);
    return Bytes.wrap(putId(key, id).array());
  }

  /** Writes ids. */
  static byte[] write(List<SeenId> ids) {
    int size = 1;
    for (SeenId seen : ids) {
      size += FIXED_SIZE + seen.site.length();
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).put(LAYOUT);
    for (SeenId seen : ids) {
      byte[] name = bytesOf(seen.site);
      bytes.put((byte) name.length).put(name);
      putId(bytes, seen.id).putLong(seen.received.toEpochMilli());
    }
    return bytes.array();
  }

  /**
   * Reads ids.
   *
   * @return at least one, in the order in which they were written
   * @throws IllegalArgumentException if the bytes are no list of ids
   */
  static List<SeenId> read(byte[] value) {
    if (value.length <= FIXED_SIZE || value[0] != LAYOUT) {
      throw new IllegalArgumentException("not ids of layout " + LAYOUT);
    }
    ByteBuffer bytes = ByteBuffer.wrap(value, 1, value.length - 1);
    var ids = new ArrayList<SeenId>(bytes.remaining() / FIXED_SIZE);
    try {
      while (bytes.hasRemaining()) {
        ids.add(readOne(bytes));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("not ids: the last one is cut off", e);
    }
    return ids;
  }

  private static SeenId readOne(ByteBuffer bytes) {
    byte[] name = new byte[Byte.toUnsignedInt(bytes.get())];
    bytes.get(name);
    UUID id = new UUID(bytes.getLong(), bytes.getLong());
    Instant received = Instant.ofEpochMilli(bytes.getLong());
    return new SeenId(new String(name, StandardCharsets.ISO_8859_1), id, received);
  }

  /** Ids of sites are ASCII. */
  private static byte[] bytesOf(String site) {
    return site.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer putId(ByteBuffer bytes, UUID id) {
    return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
