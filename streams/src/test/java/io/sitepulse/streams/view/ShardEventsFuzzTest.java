package io.sitepulse.streams.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.apache.kafka.common.errors.SerializationException;

/** Any bytes as a record of the repartition topic of events, and as a list of seen ids. */
class ShardEventsFuzzTest {
  private final ShardEventsSerde serde = new ShardEventsSerde();

  @FuzzTest(maxDuration = "5m")
  void events(byte[] value) {
    try {
      ShardEvents events = serde.deserializer().deserialize("", value);
      assertThat(events.events().size()).isLessThanOrEqualTo(value.length);
      events.events().forEach(event -> assertThat(event.event().day()).isNotNull());
    } catch (SerializationException e) {
      assertThat(e.getMessage()).contains("classified events");
    }
  }

  @FuzzTest(maxDuration = "5m")
  void seenIds(byte[] value) {
    try {
      assertThat(SeenId.write(SeenId.read(value))).isEqualTo(value);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("not ids");
    }
  }
}
