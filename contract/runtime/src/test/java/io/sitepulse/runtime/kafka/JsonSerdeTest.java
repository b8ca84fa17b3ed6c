package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonSerdeTest {
  /** The reader was told not to look for repeated fields, and did so all the same. */
  @Test
  void aReadLooksForNoRepeatedFields() {
    String json =
        "{\"device\":\"Mobile\",\"device\":\"Desktop\",\"browser\":\"b\",\"system\":\"s\"}";

    Agent agent =
        new JsonSerde<>(Agent.class)
            .deserializer()
            .deserialize("topic", json.getBytes(StandardCharsets.UTF_8));

    assertThat(agent.device()).isEqualTo("Desktop");
  }
}
