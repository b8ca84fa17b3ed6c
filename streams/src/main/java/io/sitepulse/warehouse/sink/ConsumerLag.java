package io.sitepulse.warehouse.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how far the sink is behind its topics, and waits until it has caught up. The ends of the
 * topics are asked of the broker: a paused consumer, for example while ClickHouse is down, does not
 * learn of new records. Only {@link #whenDrained} may be called by another thread.
 */
final class ConsumerLag {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLag.class);
  private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(2);

  private final Queue<CompletableFuture<Void>> requests = new ConcurrentLinkedQueue<>();
  private final List<Waiter> waiters = new ArrayList<>();

  /**
   * A request that has read the ends of the topics.
   *
   * @param ends end offsets at the time of the request
   */
  private record Waiter(CompletableFuture<Void> done, Map<TopicPartition, Long> ends) {}

  /**
   * Completes once ClickHouse has stored every record that is committed in the topics now, in the
   * partitions of this instance. Any thread may call it.
   */
  CompletableFuture<Void> whenDrained() {
    var done = new CompletableFuture<Void>();
    requests.add(done);
    return done;
  }

  /** Returns whether a request is waiting. */
  boolean isAwaited() {
    return !requests.isEmpty() || !waiters.isEmpty();
  }

  /**
   * Completes the requests whose records are stored.
   *
   * @param pending number of records read and not yet stored
   */
  void completeWaiters(Consumer<?, ?> consumer, int pending) {
    if (consumer.assignment().isEmpty() || !isAwaited()) {
      return;
    }
    waiters.removeIf(waiter -> waiter.done().isCancelled());
    try {
      acceptRequests(consumer);
      waiters.removeIf(waiter -> pending == 0 && completeIfReached(waiter, consumer));
    } catch (KafkaException e) {
      LOG.debug("broker does not respond, drain requests go on waiting", e);
    }
  }

  /**
   * Returns the number of records in the topics that ClickHouse has not stored.
   *
   * @param pending number of records read and not yet stored
   */
  long measure(Consumer<?, ?> consumer, int pending) {
    long unread =
        consumer.endOffsets(consumer.assignment(), BROKER_TIMEOUT).entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - position(consumer, end.getKey())))
            .sum();
    return unread + pending;
  }

  private void acceptRequests(Consumer<?, ?> consumer) {
    if (!requests.isEmpty()) {
      var ends = consumer.endOffsets(consumer.assignment(), BROKER_TIMEOUT);
      for (var done = requests.poll(); done != null; done = requests.poll()) {
        waiters.add(new Waiter(done, ends));
      }
    }
  }

  private static boolean completeIfReached(Waiter waiter, Consumer<?, ?> consumer) {
    boolean reached =
        waiter.ends().entrySet().stream()
            .filter(end -> consumer.assignment().contains(end.getKey()))
            .allMatch(end -> position(consumer, end.getKey()) >= end.getValue());
    return reached && waiter.done().complete(null);
  }

  private static long position(Consumer<?, ?> consumer, TopicPartition partition) {
    return consumer.position(partition, BROKER_TIMEOUT);
  }
}
