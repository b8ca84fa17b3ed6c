package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;

/** Any bytes as the value of a record of any topic. */
class TopicValuesFuzzTest {
  /**
   * Reads a value, and what was written from it.
   *
   * @param input the number of the topic and the value
   */
  @FuzzTest(maxDuration = "5m")
  void value(byte[] input) {
    if (input.length > 0) {
      int topic = Byte.toUnsignedInt(input[0]) % Topics.ALL.size();
      read(Topics.ALL.get(topic), Arrays.copyOfRange(input, 1, input.length));
    }
  }

  private static <T> void read(Topic<T> topic, byte[] bytes) {
    T value;
    try {
      value = topic.value().deserializer().deserialize(topic.name(), bytes);
    } catch (SerializationException e) {
      return; // Parked, with its reason.
    }
    if (value != null && !(value instanceof byte[])) {
      byte[] written = topic.value().serializer().serialize(topic.name(), value);
      assertThat(topic.value().deserializer().deserialize(topic.name(), written)).isEqualTo(value);
    }
  }
}
