package io.sitepulse.streams.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.streams.partition.Partitions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class ShardPartsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

  private final ShardPartsSerde serde = new ShardPartsSerde();

  @Test
  void partsAreReadAsTheyWereWritten() {
    var parts = new ShardParts(List.of(new ShardOnline("a", 1, 5), ShardDay.none("b", DAY, 2)));

    assertThat(read(write(parts))).isEqualTo(parts);
  }

  @Test
  void aSinglePartOfEarlierVersionsIsRead() {
    var part = new ShardOnline("demo", 47, 1_000_000);
    byte[] binary = new ShardPartSerde<>(ShardPart.class).serializer().serialize("", part);
    byte[] json =
        "{\"part\":\"online\",\"site\":\"demo\",\"shard\":47,\"online\":1000000}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(read(binary).parts()).containsExactly(part);
    assertThat(read(json).parts()).containsExactly(part);
  }

  @Test
  void bytesThatAreCutOffAreRefused() {
    byte[] whole = write(new ShardParts(List.of(new ShardOnline("a", 1, 5))));

    for (int length = 2; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(SerializationException.class);
    }
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> serde.deserializer().deserialize("", null))
        .isInstanceOf(SerializationException.class);
  }

  /** The state of a site is where Kafka's own partitioner put it in earlier versions. */
  @Test
  void partsAreDividedAsKafkaDistributesTheirSites() {
    var parts = new ArrayList<ShardPart>();
    for (int i = 0; i < 100; i++) {
      parts.add(new ShardOnline("site-" + i, 0, i));
    }

    var records = ShardParts.divide(parts, new Partitions(6));

    assertThat(records).hasSize(6);
    assertThat(records.stream().mapToInt(record -> record.value.parts().size()).sum())
        .isEqualTo(100);
    for (var record : records) {
      assertThat(record.value.parts())
          .allSatisfy(part -> assertThat(kafkasPartition(part.site())).isEqualTo(record.key));
    }
  }

  @Test
  void partsOfOneSiteKeepTheirOrderAndARecordIsBounded() {
    var parts = new ArrayList<ShardPart>();
    for (int i = 0; i < 2 * ShardParts.MOST + 1; i++) {
      parts.add(new ShardOnline("demo", 0, i));
    }

    var records = ShardParts.divide(parts, new Partitions(6));

    assertThat(records)
        .extracting(record -> record.value.parts().size())
        .containsExactly(ShardParts.MOST, ShardParts.MOST, 1);
    assertThat(records.stream().flatMap(record -> record.value.parts().stream()))
        .containsExactlyElementsOf(parts);
  }

  private static String kafkasPartition(String site) {
    byte[] key = site.getBytes(StandardCharsets.UTF_8);
    return Integer.toString(Utils.toPositive(Utils.murmur2(key)) % 6);
  }

  private byte[] write(ShardParts parts) {
    return serde.serializer().serialize("", parts);
  }

  private ShardParts read(byte[] bytes) {
    return serde.deserializer().deserialize("", bytes);
  }
}
