package io.sitepulse.streams.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class ShardPartSerdeTest {
  private static final ShardDay DAY =
      new ShardDay(
          "demo",
          LocalDate.of(2026, 11, 21),
          5,
          new DaySums(3, 2, 1, 9_000_000_000L),
          new Ledger(13, 3, 4, 1, 2, Map.of(Reason.TOO_OLD, 2L, Reason.FROM_THE_FUTURE, 1L), 7));
  private static final ShardOnline ONLINE = new ShardOnline("other.example", 47, 1_000_000);

  /** What earlier versions left in the stores and in the repartition topic. */
  private static final String OLD_DAY =
      """
      {"part":"day","site":"demo","day":"2026-11-21","shard":5,\
      "sums":{"views":3,"visits":2,"visitors":1,"engagedMs":9000000000},\
      "ledger":{"received":13,"views":3,"heartbeats":4,"duplicates":1,"bots":2,\
      "rejected":{"too-old":2,"from-the-future":1},"mergedVisits":7}}""";

  private static final String OLD_ONLINE =
      "{\"part\":\"online\",\"site\":\"other.example\",\"shard\":47,\"online\":1000000}";

  private final ShardPartSerde<ShardPart> parts = new ShardPartSerde<>(ShardPart.class);
  private final ShardPartSerde<ShardDay> days = new ShardPartSerde<>(ShardDay.class);

  @Test
  void partsAreReadAsTheyWereWritten() {
    for (ShardPart part : new ShardPart[] {DAY, ONLINE, ShardDay.none("x", DAY.day(), 0)}) {
      byte[] bytes = parts.serializer().serialize("", part);
      assertThat(parts.deserializer().deserialize("", bytes)).isEqualTo(part);
    }
    assertThat(days.deserializer().deserialize("", days.serializer().serialize("", DAY)))
        .isEqualTo(DAY);
  }

  @Test
  void whatEarlierVersionsWroteIsRead() {
    assertThat(parts.deserializer().deserialize("", bytes(OLD_DAY))).isEqualTo(DAY);
    assertThat(parts.deserializer().deserialize("", bytes(OLD_ONLINE))).isEqualTo(ONLINE);
    assertThat(days.deserializer().deserialize("", bytes(OLD_DAY))).isEqualTo(DAY);
  }

  @Test
  void deletedKeysStayNull() {
    assertThat(parts.serializer().serialize("", null)).isNull();
    assertThat(parts.deserializer().deserialize("", null)).isNull();
  }

  @Test
  void otherBytesAreRefused() {
    byte[] online = parts.serializer().serialize("", ONLINE);
    for (byte[] bytes : new byte[][] {{}, {1}, {9, 9}, {'{'}, bytes("[]"), online}) {
      assertThatThrownBy(() -> days.deserializer().deserialize("", bytes))
          .isInstanceOf(SerializationException.class);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
