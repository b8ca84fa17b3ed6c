package io.sitepulse.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.event.EventPack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PackQueueTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          Cluster.empty(), false, null, new StringSerializer(), new ByteArraySerializer());
  private final PackQueue queue = new PackQueue(producer, 2);
  private final List<Integer> stored = new ArrayList<>();
  private final List<Integer> failed = new ArrayList<>();

  @Test
  void theFirstEventIsSentAtOnceAndTheOthersTogether() {
    IntStream.rangeClosed(1, 4).forEach(this::add);
    assertThat(sent()).containsExactly(List.of(1));

    producer.completeNext();
    assertThat(stored).containsExactly(1);
    assertThat(sent()).containsExactly(List.of(1), List.of(2, 3, 4));

    producer.completeNext();
    assertThat(stored).containsExactly(1, 2, 3, 4);
    add(5);
    assertThat(sent()).endsWith(List.of(5));
  }

  @Test
  void aRecordHasItsPartitionAndTheTimeOfItsNewestEvent() {
    add(1);
    add(9);
    add(3);
    producer.completeNext();

    ProducerRecord<String, byte[]> record = producer.history().get(1);
    assertThat(record.partition()).isEqualTo(2);
    assertThat(record.timestamp()).isEqualTo(NOON.plusSeconds(9).toEpochMilli());
  }

  @Test
  void packsAreBoundedInNumberAndSize() {
    add(0);
    IntStream.rangeClosed(1, 2 * EventPack.MAX_EVENTS).forEach(this::add);
    while (producer.completeNext()) {}

    assertThat(stored).hasSize(1 + 2 * EventPack.MAX_EVENTS);
    assertThat(sent()).allMatch(pack -> pack.size() <= EventPack.MAX_EVENTS);
    assertThat(producer.history())
        .hasSizeGreaterThan(2)
        .allMatch(record -> record.value().length <= EventPack.MAX_BYTES + 3);
  }

  @Test
  void aRecordThatKafkaRefusesFailsAlone() {
    IntStream.rangeClosed(1, 3).forEach(this::add);

    producer.errorNext(new RecordTooLargeException("test"));
    assertThat(failed).containsExactly(1);
    producer.completeNext();
    assertThat(stored).containsExactly(2, 3);
  }

  @Test
  void whenKafkaDoesNotRespondTheWaitingEventsFailAsWell() {
    IntStream.rangeClosed(1, 3).forEach(this::add);

    producer.errorNext(new TimeoutException("test"));

    assertThat(failed).containsExactly(1, 2, 3);
    assertThat(sent()).hasSize(1);
    add(4);
    assertThat(sent()).endsWith(List.of(4));
  }

  @Test
  void aClosedProducerFailsEachEvent() {
    producer.close();
    add(1);
    add(2);
    assertThat(failed).containsExactly(1, 2);
  }

  private void add(int number) {
    PageView event =
        PageView.builder()
            .id(new UUID(0, number))
            .site("demo")
            .day(LocalDate.of(2026, 11, 21))
            .at(NOON)
            .received(NOON.plusSeconds(number))
            .page("/")
            .title("x".repeat(PageView.TITLE_LIMIT))
            .build();
    var result = new Acknowledgement(1, failures -> (failures > 0 ? failed : stored).add(number));
    queue.add(EventPack.entry(event), event.received().toEpochMilli(), result);
  }

  private List<List<Integer>> sent() {
    return producer.history().stream()
        .map(
            record ->
                EventPack.read(record.value()).stream()
                    .map(entry -> (int) entry.head().id().getLeastSignificantBits())
                    .toList())
        .toList();
  }
}
