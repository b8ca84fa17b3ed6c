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
import java.util.concurrent.atomic.AtomicLong;
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
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final CountedMetrics metrics = new CountedMetrics();
  private final FakeClickHouse clickHouse = new FakeClickHouse();
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final Queue<Runnable> writes = new ArrayDeque<>();
  private final PendingWrite pendingWrite =
      new PendingWrite(
          clickHouse,
          writes::add,
          new Backoff(CONFIG.firstRetry(), CONFIG.longestRetry()),
          nanos::get,
          metrics);
  private final SinkSession session =
      new SinkSession(
          consumer, new TopicTableMappings(metrics), pendingWrite, CONFIG, clock, nanos::get);
  private int produced;

  @BeforeEach
  void join() {
    session.open();
    consumer.rebalance(Set.of(VIEWS));
    consumer.updateBeginningOffsets(Map.of(VIEWS, 0L));
    runAndWrite();
  }

  @Test
  void clickHouseIsCheckedBeforeTheFirstRecord() {
    assertThat(clickHouse.attempts).isEqualTo(1);
    session.runOnce(false);

    assertThat(pendingWrite.isClickHouseResponding()).isTrue();
  }

  @Test
  void offsetsAreCommittedAfterClickHouseHasStoredTheBatch() {
    produce(3);
    session.runOnce(false);
    session.runOnce(false);
    assertThat(committed()).isZero();

    write();
    session.runOnce(false);

    assertThat(committed()).isEqualTo(3);
    assertThat(clickHouse.eventIds()).containsExactlyElementsOf(ids(3));
  }

  @Test
  void aSmallBatchIsWrittenAfterTheLinger() {
    produce(1);
    runAndWrite();
    assertThat(clickHouse.batches).isEmpty();

    pass(LINGER);
    runAndWrite();

    assertThat(clickHouse.eventIds()).hasSize(1);
  }

  @Test
  void aFailedBatchIsRetriedAfterABackoffAndNothingIsSkipped() {
    clickHouse.down = true;
    produce(3);
    runAndWrite();
    runAndWrite();
    runAndWrite();
    assertThat(metrics.waiting).isTrue();
    assertThat(metrics.failures).isEqualTo(1);

    clickHouse.down = false;
    produce(2);
    pass(Duration.ofSeconds(1));
    for (int i = 0; i < 4; i++) {
      runAndWrite();
      pass(LINGER);
    }

    assertThat(clickHouse.eventIds()).containsExactlyElementsOf(ids(5));
    assertThat(committed()).isEqualTo(5);
    assertThat(metrics.waiting).isFalse();
  }

  @Test
  void whileClickHouseIsDownAtMostTwoBatchesAreFetched() {
    clickHouse.down = true;
    for (int i = 0; i < 10; i++) {
      produce(3);
      runAndWrite();
    }

    assertThat(consumer.paused()).containsExactly(VIEWS);
    assertThat(session.pending()).isLessThanOrEqualTo(6);
    assertThat(committed()).isZero();

    clickHouse.down = false;
    for (int i = 0; i < 40; i++) {
      pass(Duration.ofSeconds(1));
      runAndWrite();
    }
    assertThat(clickHouse.eventIds()).containsExactlyElementsOf(ids(30));
    assertThat(committed()).isEqualTo(30);
  }

  @Test
  void recordsOfARevokedPartitionAreNeitherWrittenNorCommitted() {
    produce(2);
    session.runOnce(false);

    consumer.rebalance(Set.of());
    pass(LINGER);
    session.runOnce(false);
    write();
    session.runOnce(false);

    assertThat(clickHouse.batches).isEmpty();
    assertThat(session.pending()).isZero();
  }

  @Test
  void aBatchStoredWhilePartitionsAreRevokedIsCommitted() {
    produce(3);
    session.runOnce(false);
    write();

    consumer.rebalance(Set.of());

    consumer.rebalance(Set.of(VIEWS));
    assertThat(committed()).isEqualTo(3);
  }

  @Test
  void closingWritesTheRemainingRecords() {
    var immediate =
        new PendingWrite(
            clickHouse, Runnable::run, new Backoff(LINGER, LINGER), nanos::get, metrics);
    try (var other =
        new SinkSession(
            consumer, new TopicTableMappings(metrics), immediate, CONFIG, clock, nanos::get)) {
      other.runOnce(false);
      produce(2);
      other.runOnce(false);
    }

    assertThat(clickHouse.eventIds()).containsExactlyElementsOf(ids(2));
  }

  @Test
  void aClockSetBackDelaysNeitherABatchNorARetry() {
    clickHouse.down = true;
    produce(1);
    session.runOnce(false);
    clock.set(NOON.minus(Duration.ofHours(1)));
    pass(LINGER);
    runAndWrite();
    assertThat(clickHouse.attempts).isEqualTo(2);
    session.runOnce(false);
    assertThat(metrics.failures).isEqualTo(1);

    clickHouse.down = false;
    clock.set(NOON.minus(Duration.ofHours(2)));
    pass(CONFIG.firstRetry());
    runAndWrite();

    assertThat(clickHouse.eventIds()).hasSize(1);
  }

  private void pass(Duration time) {
    clock.pass(time);
    nanos.addAndGet(time.toNanos());
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

  private void runAndWrite() {
    session.runOnce(false);
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
