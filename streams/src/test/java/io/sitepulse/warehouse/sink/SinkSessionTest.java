package io.sitepulse.warehouse.sink;

import static io.sitepulse.warehouse.sink.Records.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.StandingClock;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.warehouse.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkSessionTest {
  private static final TopicPartition VIEWS = new TopicPartition(Topics.PAGE_VIEWS.name(), 0);
  private static final Duration LINGER = Duration.ofMillis(500);
  private static final SinkConfig CONFIG =
      new SinkConfig(
          true, "g", 3, 1024 * 1024, LINGER, Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final StandingClock clock = new StandingClock(NOON);
  private final CountedMetrics metrics = new CountedMetrics();
  private final FakeClickHouse clickHouse = new FakeClickHouse();
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final Queue<Runnable> writes = new ArrayDeque<>();
  private final PendingWrite pendingWrite =
      new PendingWrite(
          clickHouse,
          writes::add,
          new Backoff(CONFIG.retryFirst(), CONFIG.retryMost()),
          clock,
          metrics);
  private final SinkSession session =
      new SinkSession(consumer, new TopicTableMappings(metrics), pendingWrite, CONFIG, clock);
  private int produced;

  @BeforeEach
  void join() {
    session.open();
    consumer.rebalance(Set.of(VIEWS));
    consumer.updateBeginningOffsets(Map.of(VIEWS, 0L));
    turnAndWrite();
  }

  @Test
  void clickHouseIsAskedForBeforeThereIsAnythingToWrite() {
    assertThat(clickHouse.attempts).isEqualTo(1);
    session.turn(false);

    assertThat(pendingWrite.isAnswering()).isTrue();
  }

  @Test
  void offsetsAreCommittedOnlyOnceClickHouseAcknowledged() {
    produce(3);
    session.turn(false);
    session.turn(false);
    assertThat(committed()).isZero();

    write();
    session.turn(false);

    assertThat(committed()).isEqualTo(3);
    assertThat(clickHouse.events()).containsExactlyElementsOf(ids(3));
  }

  @Test
  void aSmallBatchIsWrittenOnceItIsOldEnough() {
    produce(1);
    turnAndWrite();
    assertThat(clickHouse.batches).isEmpty();

    clock.pass(LINGER);
    turnAndWrite();

    assertThat(clickHouse.events()).hasSize(1);
  }

  @Test
  void aBatchThatWasNotTakenIsTriedAgainAfterAWaitAndNothingIsSkipped() {
    clickHouse.away = true;
    produce(3);
    turnAndWrite();
    turnAndWrite();
    turnAndWrite();
    assertThat(metrics.waiting).isTrue();
    assertThat(metrics.failures).isEqualTo(1);

    clickHouse.away = false;
    produce(2);
    clock.pass(Duration.ofSeconds(1));
    for (int i = 0; i < 4; i++) {
      turnAndWrite();
      clock.pass(LINGER);
    }

    assertThat(clickHouse.events()).containsExactlyElementsOf(ids(5));
    assertThat(committed()).isEqualTo(5);
    assertThat(metrics.waiting).isFalse();
  }

  @Test
  void whileClickHouseIsAwayNoMoreIsFetchedThanOneBatchBesideTheOneOnItsWay() {
    clickHouse.away = true;
    for (int i = 0; i < 10; i++) {
      produce(3);
      turnAndWrite();
    }

    assertThat(consumer.paused()).containsExactly(VIEWS);
    assertThat(session.pending()).isLessThanOrEqualTo(6);
    assertThat(committed()).isZero();

    clickHouse.away = false;
    for (int i = 0; i < 40; i++) {
      clock.pass(Duration.ofSeconds(1));
      turnAndWrite();
    }
    assertThat(clickHouse.events()).containsExactlyElementsOf(ids(30));
    assertThat(committed()).isEqualTo(30);
  }

  @Test
  void whatARevokedPartitionLeftIsNeitherWrittenNorCommitted() {
    produce(2);
    session.turn(false);

    consumer.rebalance(Set.of());
    clock.pass(LINGER);
    session.turn(false);
    write();
    session.turn(false);

    assertThat(clickHouse.batches).isEmpty();
    assertThat(session.pending()).isZero();
  }

  @Test
  void aBatchAcknowledgedWhilePartitionsAreRevokedIsCommitted() {
    produce(3);
    session.turn(false);
    write();

    consumer.rebalance(Set.of());

    consumer.rebalance(Set.of(VIEWS));
    assertThat(committed()).isEqualTo(3);
  }

  @Test
  void closingHandsOverWhatIsHeld() {
    var atOnce =
        new PendingWrite(clickHouse, Runnable::run, new Backoff(LINGER, LINGER), clock, metrics);
    try (var other =
        new SinkSession(consumer, new TopicTableMappings(metrics), atOnce, CONFIG, clock)) {
      other.turn(false);
      produce(2);
      other.turn(false);
    }

    assertThat(clickHouse.events()).containsExactlyElementsOf(ids(2));
  }

  private void produce(int count) {
    for (int i = 0; i < count; i++) {
      consumer.addRecord(Records.view(produced, produced));
      produced++;
    }
  }

  private static List<UUID> ids(int count) {
    return IntStream.range(0, count).mapToObj(n -> new UUID(1, n)).toList();
  }

  private void turnAndWrite() {
    session.turn(false);
    write();
  }

  private void write() {
    for (Runnable write = writes.poll(); write != null; write = writes.poll()) {
      write.run();
    }
  }

  private long committed() {
    var offset = consumer.committed(Set.of(VIEWS)).get(VIEWS);
    return offset == null ? 0 : offset.offset();
  }
}
