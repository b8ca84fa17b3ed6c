package io.sitepulse.runtime.kafka;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Serializes values as JSON. Null stays null, the tombstone of a compacted topic. */
public final class JsonSerde<T> implements Serde<T> {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  public JsonSerde(Class<T> type) {
    this.reader = Json.recordReader(type);
    this.writer = Json.MAPPER.writerFor(type);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> write(value);
  }

  /**
   * Reads a value.
   *
   * @throws SerializationException if the bytes are not such a value
   */
  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  // Kafka's interfaces know null values but are not annotated for them.
  @SuppressWarnings("NullAway")
  private byte[] write(@Nullable T value) {
    try {
      return value == null ? null : writer.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new SerializationException(e);
    }
  }

  @SuppressWarnings("NullAway")
  private T read(byte @Nullable [] bytes) {
    try {
      return bytes == null ? null : reader.readValue(bytes);
    } catch (IOException e) {
      throw new SerializationException(e);
    }
  }
}
