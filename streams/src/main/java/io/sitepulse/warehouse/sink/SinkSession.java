package io.sitepulse.warehouse.sink;

import io.sitepulse.runtime.kafka.BoundedPoll;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes the topics with one consumer, on one thread. While one batch is being written, the next
 * one is filled. When that one is full as well, the partitions are paused. The consumer still polls
 * and so stays in its group, however long ClickHouse is down.
 *
 * <pre>
 *   poll ──▶ filling ──full or old──▶ pending write ──stored──▶ commit
 *     ▲         │ full, and a write is pending
 *     └─ pause ─┘
 * </pre>
 */
final class SinkSession implements ConsumerRebalanceListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SinkSession.class);
  private static final Duration POLL_WHILE_WRITING = Duration.ofMillis(20);
  private static final Duration POLL_WHILE_FILLING = Duration.ofMillis(100);
  private static final Duration POLL_WHILE_IDLE = Duration.ofMillis(500);
  private static final Duration HEALTH_CHECK_EVERY = Duration.ofSeconds(10);
  private static final Duration LAST_WRITE = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final BoundedPoll<String, byte[]> poll;
  private final TopicTableMappings mappings;
  private final PendingWrite pendingWrite;
  private final SinkConfig config;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private Batch filling;

  /**
   * Creates the session. It has not joined the group.
   *
   * @param clock for the age of records
   * @param nanoTime {@link System#nanoTime}, for waits. They do not depend on a clock that may be
   *     set
   */
  SinkSession(
      Consumer<String, byte[]> consumer,
      TopicTableMappings mappings,
      PendingWrite pendingWrite,
      SinkConfig config,
      Clock clock,
      LongSupplier nanoTime) {
    this.consumer = consumer;
    this.poll = new BoundedPoll<>(consumer);
    this.mappings = mappings;
    this.pendingWrite = pendingWrite;
    this.config = config;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.filling = new Batch(nanoTime.getAsLong());
  }

  /** Joins the consumer group. */
  SinkSession open() {
    consumer.subscribe(TopicTableMappings.topics(), this);
    return this;
  }

  /**
   * Polls once, and writes and commits whatever is due.
   *
   * @param flush whether to write a batch without waiting for more records
   */
  void runOnce(boolean flush) {
    for (var record : poll.poll(timeout(flush))) {
      if (filling.isEmpty()) {
        filling = new Batch(nanoTime.getAsLong());
      }
      mappings.addTo(filling, record);
    }
    pendingWrite.poll().ifPresent(this::commit);
    if (pendingWrite.isIdle()) {
      beginIfDue(flush);
    }
    pauseOrResume();
  }

  /** A poll ends when there are records. Its timeout is how late a batch may be written. */
  private Duration timeout(boolean flush) {
    if (flush || !pendingWrite.isIdle()) {
      return POLL_WHILE_WRITING;
    }
    return filling.isEmpty() ? POLL_WHILE_IDLE : POLL_WHILE_FILLING;
  }

  /** Number of records read and not stored. */
  int pending() {
    return pendingWrite.pending() + filling.records();
  }

  /** Age of the oldest record read and not stored, zero if there is none. */
  Duration age() {
    Instant now = clock.instant();
    Duration writingAge = pendingWrite.age(now);
    Duration fillingAge = filling.age(now);
    return writingAge.compareTo(fillingAge) > 0 ? writingAge : fillingAge;
  }

  private void beginIfDue(boolean flush) {
    long now = nanoTime.getAsLong();
    boolean due = flush ? !filling.isEmpty() : filling.isDue(config, now);
    if (due) {
      pendingWrite.begin(filling);
      filling = new Batch(now);
    } else if (filling.isEmpty() && pendingWrite.isUnusedFor(HEALTH_CHECK_EVERY)) {
      pendingWrite.begin(new Batch(now));
    }
  }

  /** A rebalance resumes all partitions, so this is repeated in each run. */
  private void pauseOrResume() {
    if (filling.isFull(config)) {
      consumer.pause(consumer.assignment());
    } else if (!consumer.paused().isEmpty()) {
      consumer.resume(consumer.paused());
    }
  }

  /** All partitions of the batch are still assigned: it is dropped when they are revoked. */
  private void commit(Batch stored) {
    if (stored.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(stored.offsets(), LAST_WRITE);
    } catch (KafkaException e) {
      // Nothing is lost: at worst the batch is consumed and written once more.
      LOG.atInfo().addKeyValue(LogKeys.ERROR, e.toString()).log("cannot commit offsets");
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    pendingWrite.await(LAST_WRITE);
    pendingWrite.poll().ifPresent(this::commit);
    dropBatches();
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    dropBatches();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    LOG.atInfo().addKeyValue(LogKeys.PARTITIONS, partitions.size()).log("sink consuming");
  }

  /** Whichever instance gets the partitions consumes them from the last committed offset. */
  private void dropBatches() {
    pendingWrite.drop();
    filling = new Batch(nanoTime.getAsLong());
  }

  /** Writes the remaining records if ClickHouse responds at once, and leaves the group. */
  @Override
  public void close() {
    try (consumer;
        poll) {
      pendingWrite.await(LAST_WRITE);
      pendingWrite.poll().ifPresent(this::commit);
      if (pendingWrite.isIdle() && !filling.isEmpty()) {
        pendingWrite.begin(filling);
        pendingWrite.await(LAST_WRITE);
        pendingWrite.poll().ifPresent(this::commit);
      }
    } finally {
      dropBatches();
    }
  }
}
