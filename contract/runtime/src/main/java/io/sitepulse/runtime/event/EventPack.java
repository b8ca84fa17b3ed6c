package io.sitepulse.runtime.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record of {@code page-views}: the events of one partition that the collector sent
 * together. A record costs Kafka and Kafka Streams far more than an event does.
 *
 * <pre>
 * layout(1)=1 | number of events(2) | entries
 * entry: length of the rest(4) | {@link EventHead} | the whole event as JSON
 * </pre>
 *
 * <p>Records of earlier versions are a single event as JSON. They are read as well. Each entry is
 * read on its own, so an unreadable one costs no other.
 */
public final class EventPack {
  /** Largest size of a pack of more than one event, below the broker's limit of 1 MiB. */
  public static final int MAX_BYTES = 256 * 1024;

  /** Largest number of events in a pack. */
  public static final int MAX_EVENTS = 1000;

  private static final byte LAYOUT = 1;
  private static final int HEADER = 3;
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(PageView.class);
  private static final ObjectReader READER = Json.recordReader(PageView.class);

  private EventPack() {}

  /** Encodes an event as an entry of a pack. */
  public static byte[] entry(PageView event) {
    byte[] json = json(event);
    int size = EventHead.sizeOf(event.site()) + json.length;
    ByteBuffer bytes = ByteBuffer.allocate(4 + size).putInt(size);
    EventHead.of(event).writeTo(bytes);
    return bytes.put(json).array();
  }

  /**
   * Makes a pack.
   *
   * @param entries at least 1 and at most {@value #MAX_EVENTS}, each made by {@link #entry}
   */
  public static byte[] of(List<byte[]> entries) {
    int size = entries.stream().mapToInt(entry -> entry.length).sum();
    ByteBuffer bytes =
        ByteBuffer.allocate(HEADER + size).put(LAYOUT).putShort((short) entries.size());
    entries.forEach(bytes::put);
    return bytes.array();
  }

  /**
   * Splits the value of a record into its events. It reads none of them.
   *
   * @return at least one entry
   */
  public static List<Entry> read(byte @Nullable [] value) {
    if (value == null || value.length < HEADER || value[0] != LAYOUT) {
      return List.of(new Entry(-1, value, 0));
    }
    ByteBuffer bytes = ByteBuffer.wrap(value, 1, value.length - 1);
    int count = Short.toUnsignedInt(bytes.getShort());
    var entries = new ArrayList<Entry>(count);
    while (entries.size() < count) {
      int size = bytes.remaining() < 4 ? -1 : bytes.getInt();
      if (size < 0 || size > bytes.remaining()) {
        // The lengths are wrong from here on: what is left is one unreadable entry.
        byte[] rest = Arrays.copyOfRange(value, bytes.position(), value.length);
        entries.add(new Entry(entries.size(), rest, Entry.DAMAGED));
        break;
      }
      byte[] entry = new byte[size];
      bytes.get(entry);
      entries.add(new Entry(entries.size(), entry, EventHead.end(entry)));
    }
    return entries.isEmpty() ? List.of(new Entry(-1, value, 0)) : entries;
  }

  private static byte[] json(PageView event) {
    try {
      return WRITER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }

  /** One event of a record, which may be unreadable. Immutable, but it shares its bytes. */
  public static final class Entry {
    private static final int DAMAGED = -1;

    private final int index;
    private final byte @Nullable [] bytes;
    private final int jsonStart;

    /**
     * Creates an entry.
     *
     * @param index -1 if the record is a single event as JSON
     * @param jsonStart start of the JSON, 0 without a head, {@link #DAMAGED} if it is unknown
     */
    private Entry(int index, byte @Nullable [] bytes, int jsonStart) {
      this.index = index;
      this.bytes = bytes;
      this.jsonStart = jsonStart;
    }

    /** Returns whether the event is one of a pack. Its place in the record is {@link #index}. */
    public boolean isPacked() {
      return index >= 0;
    }

    /** Number of the event in its record, from 0. */
    public int index() {
      return Math.max(0, index);
    }

    /**
     * Reads the fields that counting needs.
     *
     * @throws IllegalArgumentException if they are unreadable
     */
    public EventHead head() {
      byte[] source = readable();
      if (jsonStart == 0) {
        return EventHead.of(event());
      }
      try {
        return EventHead.read(ByteBuffer.wrap(source, 0, jsonStart));
      } catch (BufferUnderflowException | DateTimeException e) {
        throw new IllegalArgumentException("not the head of an event", e);
      }
    }

    /**
     * Reads the whole event.
     *
     * @throws IllegalArgumentException if it is unreadable
     */
    public PageView event() {
      byte[] source = readable();
      try {
        PageView event = READER.readValue(source, jsonStart, source.length - jsonStart);
        if (event != null) {
          return event;
        }
      } catch (IOException e) {
        throw new IllegalArgumentException("not an event", e);
      }
      throw new IllegalArgumentException("not an event");
    }

    /** Returns the JSON of the event, all bytes if they are damaged, null for a tombstone. */
    public byte @Nullable [] json() {
      return bytes == null || jsonStart <= 0
          ? bytes
          : Arrays.copyOfRange(bytes, jsonStart, bytes.length);
    }

    private byte[] readable() {
      if (bytes == null || jsonStart == DAMAGED) {
        throw new IllegalArgumentException("not an event");
      }
      return bytes;
    }
  }
}
