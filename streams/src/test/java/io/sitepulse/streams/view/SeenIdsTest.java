package io.sitepulse.streams.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final UUID A = new UUID(1, 1);
  private static final UUID B = new UUID(2, 2);
  private static final UUID C = new UUID(3, 3);

  private final MockProcessorContext<Object, Object> owner = new MockProcessorContext<>();
  private final WindowStore<Long, byte[]> lists =
      store("id-lists", Serdes.Long(), Serdes.ByteArray());
  private final WindowStore<String, Long> earlier =
      store("seen-ids", Serdes.String(), Serdes.Long());
  private final WindowStore<Bytes, Long> index = emptyIndex();

  @Test
  void anIdIsFoundAfterARestart() {
    receive(open(index), NOON, A, B);

    SeenIds restarted = open(index);

    assertThat(restarted.lastSeen("demo", A, NOON)).isEqualTo(NOON);
    assertThat(restarted.lastSeen("other", A, NOON)).isNull();
    assertThat(restarted.lastSeen("demo", C, NOON)).isNull();
  }

  /**
   * Streams that started with a clock a month behind took each event for one from the future, until
   * its clock was right.
   */
  @Test
  void theNewestTimeIsKnownAfterARestart() {
    SeenIds first = open(index);
    assertThat(first.newest()).isNull();
    receive(first, NOON.plusSeconds(60), A);
    receive(first, NOON, B);
    assertThat(first.newest()).isEqualTo(NOON.plusSeconds(60));

    assertThat(open(index).newest()).isEqualTo(NOON.plusSeconds(60));
    assertThat(open(emptyIndex()).newest()).isEqualTo(NOON.plusSeconds(60));
  }

  /** Kafka Streams deletes the folder of a task after a crash, and restores only the lists. */
  @Test
  void anIdIsFoundAfterTheIndexWasLost() {
    SeenIds first = open(index);
    receive(first, NOON, A, B);
    receive(first, NOON.plus(DAY), C);

    SeenIds restored = open(emptyIndex());

    assertThat(restored.lastSeen("demo", A, NOON)).isEqualTo(NOON);
    assertThat(restored.lastSeen("demo", B, NOON)).isEqualTo(NOON);
    assertThat(restored.lastSeen("demo", C, NOON.plus(DAY))).isEqualTo(NOON.plus(DAY));
  }

  @Test
  void idsThatAnotherMachineReceivedAreFound() {
    receive(open(index), NOON, A, B);
    SeenIds elsewhere = open(emptyIndex());
    receive(elsewhere, NOON.plusSeconds(60), A);
    receive(elsewhere, NOON.plusSeconds(120), C);

    SeenIds back = open(index);

    assertThat(back.lastSeen("demo", A, NOON)).isEqualTo(NOON.plusSeconds(60));
    assertThat(back.lastSeen("demo", B, NOON)).isEqualTo(NOON);
    assertThat(back.lastSeen("demo", C, NOON)).isEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void theNewestTimeOfAnIdIsFoundAfterTheIndexWasLost() {
    SeenIds first = open(index);
    receive(first, NOON, A, B);
    receive(first, NOON.plusSeconds(60), A, A);
    receive(first, NOON.plusSeconds(30), A);

    SeenIds restored = open(emptyIndex());

    assertThat(restored.lastSeen("demo", A, NOON)).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void listsOfALaterStartDoNotReplaceEarlierOnes() {
    receive(open(index), NOON, A);
    receive(open(index), NOON, B);

    SeenIds restored = open(emptyIndex());

    assertThat(restored.lastSeen("demo", A, NOON)).isEqualTo(NOON);
    assertThat(restored.lastSeen("demo", B, NOON)).isEqualTo(NOON);
  }

  @Test
  void anIdOfAnEarlierVersionIsADuplicate() {
    Instant before = NOON.minus(Duration.ofHours(13));
    earlier.put(Topics.key("demo", A.toString()), before.toEpochMilli(), startOfDay(before));

    SeenIds upgraded = open(index);
    receive(upgraded, NOON, B);

    assertThat(upgraded.lastSeen("demo", A, NOON)).isEqualTo(before);
    assertThat(upgraded.lastSeen("demo", C, NOON)).isNull();
  }

  @Test
  void otherBytesAreNoList() {
    assertThatThrownBy(() -> SeenId.read(new byte[40]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SeenId.read(new byte[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SeenIds open(WindowStore<Bytes, Long> index) {
    var context = new MockProcessorContext<Object, Object>();
    List.<StateStore>of(lists, earlier, index).forEach(context::addStateStore);
    return new SeenIds(context);
  }

  private static void receive(SeenIds seenIds, Instant received, UUID... ids) {
    for (UUID id : ids) {
      Instant lastSeen = seenIds.lastSeen("demo", id, received);
      seenIds.remember(new SeenId("demo", id, received), lastSeen);
    }
    seenIds.write();
  }

  private WindowStore<Bytes, Long> emptyIndex() {
    return store("id-index", Serdes.Bytes(), Serdes.Long());
  }

  private <K, V> WindowStore<K, V> store(String name, Serde<K> key, Serde<V> value) {
    var supplier = Stores.inMemoryWindowStore(name, DAY.multipliedBy(3), DAY, false);
    var store = Stores.windowStoreBuilder(supplier, key, value).withLoggingDisabled().build();
    store.init(owner.getStateStoreContext(), store);
    return store;
  }

  private static long startOfDay(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), DAY.toMillis()) * DAY.toMillis();
  }
}
