package io.sitepulse.streams.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;

/** Any bytes as the visits of a day. */
class VisitDayFuzzTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final VisitDaySerde serde = new VisitDaySerde();

  @FuzzTest(maxDuration = "5m")
  void visits(byte[] value) {
    VisitDay day;
    try {
      day = serde.deserializer().deserialize("", value);
    } catch (SerializationException e) {
      return;
    }
    assertThat(serde.serializer().serialize("", day)).isEqualTo(value);
    VisitDay.Change change = day.add(NOON);
    assertThat(change.visits()).isBetween(-1, 1);
    assertThat(change.after().add(NOON).after()).isEqualTo(change.after());
  }
}
