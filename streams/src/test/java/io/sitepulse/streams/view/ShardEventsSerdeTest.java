package io.sitepulse.streams.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.streams.partition.Partitions;
import io.sitepulse.streams.view.ShardEvents.VisitorEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class ShardEventsSerdeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");
  private static final ClassifiedEvent HEARTBEAT =
      new ClassifiedEvent(EventOutcome.HEARTBEAT, DAY, NOON, 42, true);

  /** What versions before packs wrote for {@link #HEARTBEAT}. */
  private static final String SINGLE = "010201000000000000512a000001a1fc79c0800000002a";

  private final ShardEventsSerde serde = new ShardEventsSerde();

  @Test
  void eventsKeepTheirOrderAndVisitors() {
    var view = new ClassifiedEvent(EventOutcome.VIEW, DAY.plusDays(1), NOON, 0, false);
    var events =
        new ShardEvents(
            List.of(
                new VisitorEvent("demo|0000000000000001", view),
                new VisitorEvent("other|0000000000000002", HEARTBEAT),
                new VisitorEvent("demo|0000000000000001", view)));

    byte[] bytes = serde.serializer().serialize("", events);

    assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(events);
  }

  @Test
  void aRecordOfEarlierVersionsIsOneEventOfTheVisitorInItsKey() {
    byte[] bytes = HexFormat.of().parseHex(SINGLE);

    var event = serde.deserializer().deserialize("", bytes).events().get(0);

    assertThat(event.event()).isEqualTo(HEARTBEAT);
    assertThat(event.visitorOr("demo|0000000000000001")).isEqualTo("demo|0000000000000001");
  }

  @Test
  void anotherLayoutIsRefused() {
    for (byte[] bytes : new byte[][] {{}, {1}, {3, 1}, {2, 9, 'x'}, {2, 1, 'x', 99}}) {
      assertThatThrownBy(() -> serde.deserializer().deserialize("", bytes))
          .isInstanceOf(SerializationException.class);
    }
  }

  /** Otherwise an upgrade would look for a visitor's visits in another partition. */
  @Test
  void aVisitorStaysInTheShardOfEarlierVersions() {
    var shards = new Partitions(7);
    for (int i = 0; i < 100; i++) {
      String visitor = String.format("demo|%016x", i * 0x9E3779B97F4A7C15L);
      byte[] key = Serdes.String().serializer().serialize("", visitor);
      assertThat(shards.of(visitor)).isEqualTo(Utils.toPositive(Utils.murmur2(key)) % 7);
    }
  }
}
