package io.sitepulse.streams.view;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Verdicts in 23 bytes: every event makes this hop, and its JSON would cost more than the counting.
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
    return (topic, verdict) ->
        ByteBuffer.allocate(SIZE)
            .put(LAYOUT)
            .put((byte) verdict.outcome().code())
            .put((byte) (verdict.anonymous() ? 1 : 0))
            .putLong(verdict.day().toEpochDay())
            .putLong(verdict.at().toEpochMilli())
            .putInt(Math.toIntExact(verdict.engagedMs()))
            .array();
  }

  /**
   * Reads a verdict.
   *
   * @throws SerializationException if the bytes are of another layout
   */
  @Override
  public Deserializer<ClassifiedEvent> deserializer() {
    return (topic, bytes) -> read(ByteBuffer.wrap(bytes));
  }

  private static ClassifiedEvent read(ByteBuffer bytes) {
    if (bytes.remaining() != SIZE || bytes.get() != LAYOUT) {
      throw new SerializationException("not a verdict of layout " + LAYOUT);
    }
    EventOutcome eventOutcome = EventOutcome.of(bytes.get());
    boolean anonymous = bytes.get() != 0;
    LocalDate day = LocalDate.ofEpochDay(bytes.getLong());
    Instant at = Instant.ofEpochMilli(bytes.getLong());
    return new ClassifiedEvent(eventOutcome, day, at, bytes.getInt(), anonymous);
  }
}
