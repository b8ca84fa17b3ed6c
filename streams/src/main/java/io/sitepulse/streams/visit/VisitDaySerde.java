package io.sitepulse.streams.visit;

import io.sitepulse.streams.visit.VisitDay.Visit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializes the visits of a visitor and day. Most have one visit, which takes 17 bytes.
 *
 * <pre>
 * layout(1)=1 | { first, epoch ms(8) | last, epoch ms(8) }*
 * </pre>
 */
public final class VisitDaySerde implements Serde<VisitDay> {
  private static final byte LAYOUT = 1;
  private static final int VISIT = 16;

  @Override
  public Serializer<VisitDay> serializer() {
    return (topic, day) -> write(day);
  }

  /**
   * Returns the deserializer.
   *
   * @throws SerializationException if the bytes have another layout or are no visits in order
   */
  @Override
  public Deserializer<VisitDay> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  // Kafka allows null values here, but its interfaces are not annotated accordingly.
  @SuppressWarnings("NullAway")
  private static byte[] write(@Nullable VisitDay day) {
    if (day == null) {
      return null;
    }
    var bytes = ByteBuffer.allocate(1 + VISIT * day.visits().size()).put(LAYOUT);
    day.visits().forEach(visit -> bytes.putLong(visit.first()).putLong(visit.last()));
    return bytes.array();
  }

  @SuppressWarnings("NullAway") // as above
  private static VisitDay read(byte @Nullable [] value) {
    if (value == null) {
      return null;
    }
    if (value.length % VISIT != 1 || value[0] != LAYOUT) {
      throw new SerializationException("not visits of layout " + LAYOUT);
    }
    var bytes = ByteBuffer.wrap(value, 1, value.length - 1);
    var visits = new ArrayList<Visit>();
    try {
      while (bytes.hasRemaining()) {
        visits.add(new Visit(bytes.getLong(), bytes.getLong()));
      }
      return new VisitDay(visits);
    } catch (IllegalArgumentException e) {
      throw new SerializationException("not visits in order", e);
    }
  }
}
