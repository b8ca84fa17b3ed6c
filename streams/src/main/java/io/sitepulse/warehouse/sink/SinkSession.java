package io.sitepulse.warehouse.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one consumer, on one thread. While one batch is being written the next one fills;
 * when that is full too, nothing more is fetched, but the consumer goes on polling, so that it
 * stays in its group however long ClickHouse is away.
 *
 * <pre>
 *   poll ──▶ filling ──full or old──▶ delivery ──acknowledged──▶ commit
 *     ▲         │ full, and the delivery is busy
 *     └─ pause ─┘
 * </pre>
 */
final class SinkSession implements ConsumerRebalanceListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SinkSession.class);
  private static final Duration BUSY = Duration.ofMillis(20);
  private static final Duration CALM = Duration.ofMillis(100);
  private static final Duration ASK_EVERY = Duration.ofSeconds(10);
  private static final Duration PARTING = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final TopicTableMappings topicTableMappings;
  private final PendingWrite pendingWrite;
  private final SinkConfig config;
  private final Clock clock;
  private Batch filling;

  SinkSession(
      Consumer<String, byte[]> consumer,
      TopicTableMappings topicTableMappings,
      PendingWrite pendingWrite,
      SinkConfig config,
      Clock clock) {
    this.consumer = consumer;
    this.topicTableMappings = topicTableMappings;
    this.pendingWrite = pendingWrite;
    this.config = config;
    this.clock = clock;
    this.filling = new Batch(clock.instant());
  }

  /** Joins the group. */
  SinkSession open() {
    consumer.subscribe(TopicTableMappings.topics(), this);
    return this;
  }

  /**
   * Takes everything on by one step.
   *
   * @param hurry true: what there is, is written without waiting for more
   */
  void turn(boolean hurry) {
    for (var record : consumer.poll(pendingWrite.isIdle() && !hurry ? CALM : BUSY)) {
      if (filling.isEmpty()) {
        filling = new Batch(clock.instant());
      }
      topicTableMappings.take(record, filling);
    }
    pendingWrite.settle().ifPresent(this::commit);
    if (pendingWrite.isIdle()) {
      beginIfDue(hurry);
    }
    regulate();
  }

  /** Records read and not acknowledged. */
  int pending() {
    return pendingWrite.pending() + filling.records();
  }

  /** Age of the oldest of them. */
  Duration age() {
    Instant now = clock.instant();
    Duration delivered = pendingWrite.age(now);
    Duration filled = filling.age(now);
    return delivered.compareTo(filled) > 0 ? delivered : filled;
  }

  private void beginIfDue(boolean hurry) {
    Instant now = clock.instant();
    boolean due = hurry ? !filling.isEmpty() : filling.isDue(config, now);
    if (due) {
      pendingWrite.begin(filling);
      filling = new Batch(now);
    } else if (filling.isEmpty() && !pendingWrite.begun().plus(ASK_EVERY).isAfter(now)) {
      pendingWrite.begin(new Batch(now));
    }
  }

  /** Pausing does not outlast a rebalance, so it is said again each turn. */
  private void regulate() {
    if (filling.isFull(config)) {
      consumer.pause(consumer.assignment());
    } else if (!consumer.paused().isEmpty()) {
      consumer.resume(consumer.paused());
    }
  }

  /** All its partitions are ours: a batch is dropped when they are taken away. */
  private void commit(Batch written) {
    if (written.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(written.next(), PARTING);
    } catch (KafkaException e) {
      // Nothing is lost: at worst the batch is read, and written, once more.
      LOG.atInfo().addKeyValue("reason", e.toString()).log("offsets not committed");
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    pendingWrite.await(PARTING);
    pendingWrite.settle().ifPresent(this::commit);
    forget();
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    forget();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    LOG.atInfo().addKeyValue("partitions", partitions.size()).log("sink reads");
  }

  /** The partitions' next owner, or we, read on from the last commit. */
  private void forget() {
    pendingWrite.drop();
    filling = new Batch(clock.instant());
  }

  /** Hands over what is still held if ClickHouse takes it at once, and leaves the group. */
  @Override
  public void close() {
    try (consumer) {
      pendingWrite.await(PARTING);
      pendingWrite.settle().ifPresent(this::commit);
      if (pendingWrite.isIdle() && !filling.isEmpty()) {
        pendingWrite.begin(filling);
        pendingWrite.await(PARTING);
        pendingWrite.settle().ifPresent(this::commit);
      }
    } finally {
      forget();
    }
  }
}
