package io.sitepulse.streams.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.apache.kafka.common.errors.SerializationException;

/** Any bytes as parts of shards. */
class ShardPartsFuzzTest {
  private final ShardPartsSerde serde = new ShardPartsSerde();

  @FuzzTest(maxDuration = "5m")
  void parts(byte[] value) {
    ShardParts parts;
    try {
      parts = serde.deserializer().deserialize("", value);
    } catch (SerializationException e) {
      return;
    }
    byte[] written = serde.serializer().serialize("", parts);
    assertThat(serde.deserializer().deserialize("", written)).isEqualTo(parts);
  }
}
