package io.sitepulse.streams.view;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serializes classified events in 23 bytes. Every event passes through the repartition topic, and
 * JSON would take more time than the counting itself.
 *
 * <pre>
 * layout(1)=1 | outcome(1) | anonymous(1) | day, epoch days(8) | at, epoch ms(8) | engaged ms(4)
 * </pre>
 */
public final class ClassifiedEventSerde implements Serde<ClassifiedEvent> {
  private static final byte LAYOUT = 1;
  private static final int SIZE = 23;

  @Override
  public Serializer<ClassifiedEvent> serializer() {
    return (topic, event) ->
        ByteBuffer.allocate(SIZE)
            .put(LAYOUT)
            .put((byte) event.outcome().code())
            .put((byte) (event.anonymous() ? 1 : 0))
            .putLong(event.day().toEpochDay())
            .putLong(event.at().toEpochMilli())
            .putInt(Math.toIntExact(event.engagedMs()))
            .array();
  }

  /**
   * Returns the deserializer.
   *
   * @throws SerializationException if the bytes have another layout
   */
  @Override
  public Deserializer<ClassifiedEvent> deserializer() {
    return (topic, bytes) -> read(ByteBuffer.wrap(bytes));
  }

  private static ClassifiedEvent read(ByteBuffer bytes) {
    if (bytes.remaining() != SIZE || bytes.get() != LAYOUT) {
      throw new SerializationException("not a classified event of layout " + LAYOUT);
    }
    EventOutcome outcome = EventOutcome.of(bytes.get());
    boolean anonymous = bytes.get() != 0;
    LocalDate day = LocalDate.ofEpochDay(bytes.getLong());
    Instant at = Instant.ofEpochMilli(bytes.getLong());
    return new ClassifiedEvent(outcome, day, at, bytes.getInt(), anonymous);
  }
}
