package io.sitepulse.streams.counter;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializes parts that share a record.
 *
 * <pre>
 * layout(1)=3 | length(2) | part, see ShardPartSerde | length(2) | part ...
 * </pre>
 *
 * <p>Earlier versions wrote one part a record, as {@link ShardPartSerde} does, which is read as
 * well.
 */
public final class ShardPartsSerde implements Serde<ShardParts> {
  private static final byte SEVERAL = 3;

  private final ShardPartSerde<ShardPart> single = new ShardPartSerde<>(ShardPart.class);

  @Override
  public Serializer<ShardParts> serializer() {
    Serializer<ShardPart> part = single.serializer();
    return (topic, parts) ->
        write(parts.parts().stream().map(one -> part.serialize(topic, one)).toList());
  }

  /**
   * Returns the deserializer.
   *
   * @throws SerializationException if the bytes are not parts of shards
   */
  @Override
  public Deserializer<ShardParts> deserializer() {
    Deserializer<ShardPart> part = single.deserializer();
    return (topic, bytes) -> read(topic, bytes, part);
  }

  private static byte[] write(List<byte[]> parts) {
    int size = 1;
    for (byte[] part : parts) {
      size += Short.BYTES + part.length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).put(SEVERAL);
    for (byte[] part : parts) {
      bytes.putShort((short) part.length).put(part);
    }
    return bytes.array();
  }

  private static ShardParts read(
      String topic, byte @Nullable [] bytes, Deserializer<ShardPart> part) {
    if (bytes == null) {
      throw new SerializationException("not parts of shards: the record has no value");
    }
    if (bytes.length == 0 || bytes[0] != SEVERAL) {
      return new ShardParts(List.of(part.deserialize(topic, bytes)));
    }
    var parts = new ArrayList<ShardPart>();
    try {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes, 1, bytes.length - 1); rest.hasRemaining(); ) {
        byte[] one = new byte[Short.toUnsignedInt(rest.getShort())];
        rest.get(one);
        parts.add(part.deserialize(topic, one));
      }
    } catch (BufferUnderflowException e) {
      throw new SerializationException("a part of a shard is cut off", e);
    }
    return new ShardParts(parts);
  }
}
