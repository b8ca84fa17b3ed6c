package io.sitepulse.streams.view;

import io.sitepulse.streams.view.ShardEvents.VisitorEvent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializes classified events. Every event passes through the repartition topic, and JSON would
 * take more time than the counting itself.
 *
 * <pre>
 * layout(1)=2 | events
 * event: length of visitor(1) | visitor | outcome(1) | anonymous(1) | day, epoch days(8)
 *   | at, epoch ms(8) | engaged ms(4)
 *
 * layout(1)=1 | one event without its visitor, which is the record key (earlier versions)
 * </pre>
 */
public final class ShardEventsSerde implements Serde<ShardEvents> {
  private static final byte SINGLE = 1;
  private static final byte LAYOUT = 2;
  private static final int EVENT_SIZE = 22;

  @Override
  public Serializer<ShardEvents> serializer() {
    return (topic, events) -> write(events);
  }

  /**
   * Returns the deserializer.
   *
   * @throws SerializationException if the bytes have another layout
   */
  @Override
  public Deserializer<ShardEvents> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  private static byte[] write(ShardEvents shardEvents) {
    var visitors = new ArrayList<byte[]>(shardEvents.events().size());
    int size = 1;
    for (VisitorEvent event : shardEvents.events()) {
      byte[] visitor = event.visitorOr("").getBytes(StandardCharsets.UTF_8);
      visitors.add(visitor);
      size += 1 + visitor.length + EVENT_SIZE;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).put(LAYOUT);
    for (int i = 0; i < visitors.size(); i++) {
      bytes.put((byte) visitors.get(i).length).put(visitors.get(i));
      write(shardEvents.events().get(i).event(), bytes);
    }
    return bytes.array();
  }

  private static void write(ClassifiedEvent event, ByteBuffer bytes) {
    bytes
        .put((byte) event.outcome().code())
        .put((byte) (event.anonymous() ? 1 : 0))
        .putLong(event.day().toEpochDay())
        .putLong(event.at().toEpochMilli())
        .putInt(Math.toIntExact(event.engagedMs()));
  }

  private static ShardEvents read(byte @Nullable [] value) {
    if (value == null) {
      throw new SerializationException("not classified events: the record has no value");
    }
    ByteBuffer bytes = ByteBuffer.wrap(value);
    try {
      byte layout = bytes.get();
      if (layout == SINGLE && bytes.remaining() == EVENT_SIZE) {
        return new ShardEvents(List.of(new VisitorEvent(null, readEvent(bytes))));
      }
      if (layout == LAYOUT) {
        return readAll(bytes);
      }
    } catch (BufferUnderflowException | DateTimeException | IllegalArgumentException e) {
      throw new SerializationException("not classified events", e);
    }
    throw new SerializationException("not classified events of a known layout");
  }

  private static ShardEvents readAll(ByteBuffer bytes) {
    var events = new ArrayList<VisitorEvent>();
    while (bytes.hasRemaining()) {
      byte[] visitor = new byte[Byte.toUnsignedInt(bytes.get())];
      bytes.get(visitor);
      var name = new String(visitor, StandardCharsets.UTF_8);
      events.add(new VisitorEvent(name, readEvent(bytes)));
    }
    return new ShardEvents(events);
  }

  private static ClassifiedEvent readEvent(ByteBuffer bytes) {
    EventOutcome outcome = EventOutcome.of(bytes.get());
    boolean anonymous = bytes.get() != 0;
    LocalDate day = LocalDate.ofEpochDay(bytes.getLong());
    Instant at = Instant.ofEpochMilli(bytes.getLong());
    return new ClassifiedEvent(outcome, day, at, bytes.getInt(), anonymous);
  }
}
