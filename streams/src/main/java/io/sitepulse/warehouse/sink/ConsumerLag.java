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

/**
 * How far the sink is behind its topics. The broker is asked, because a consumer that fetches
 * nothing (ClickHouse is away) does not hear of new records.
 */
final class ConsumerLag {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private record Waiter(CompletableFuture<Void> done, Map<TopicPartition, Long> ends) {}

  private final Queue<CompletableFuture<Void>> requests = new ConcurrentLinkedQueue<>();
  private final List<Waiter> waiters = new ArrayList<>();

  /**
   * Completes once everything that is in the topics now, and committed there, is in ClickHouse, as
   * far as this instance reads them. Any thread may ask.
   */
  CompletableFuture<Void> drained() {
    var done = new CompletableFuture<Void>();
    requests.add(done);
    return done;
  }

  /** Whether anyone waits. */
  boolean isAwaited() {
    return !requests.isEmpty() || !waiters.isEmpty();
  }

  /** Looks whether those who wait have waited long enough. */
  void serve(Consumer<?, ?> consumer, int pending) {
    if (consumer.assignment().isEmpty() || !isAwaited()) {
      return;
    }
    waiters.removeIf(waiter -> waiter.done().isCancelled());
    try {
      accept(consumer);
      waiters.removeIf(waiter -> pending == 0 && isReached(waiter, consumer));
    } catch (KafkaException e) {
      waiters.removeIf(waiter -> false); // The broker is away: everybody waits on.
    }
  }

  /**
   * Records in the topics that are not acknowledged.
   *
   * @param pending records read and not acknowledged
   */
  long measure(Consumer<?, ?> consumer, int pending) {
    long unread =
        consumer.endOffsets(consumer.assignment(), PATIENCE).entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - position(consumer, end.getKey())))
            .sum();
    return unread + pending;
  }

  private void accept(Consumer<?, ?> consumer) {
    if (!requests.isEmpty()) {
      var ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
      for (var done = requests.poll(); done != null; done = requests.poll()) {
        waiters.add(new Waiter(done, ends));
      }
    }
  }

  private static boolean isReached(Waiter waiter, Consumer<?, ?> consumer) {
    boolean reached =
        waiter.ends().entrySet().stream()
            .filter(end -> consumer.assignment().contains(end.getKey()))
            .allMatch(end -> position(consumer, end.getKey()) >= end.getValue());
    return reached && waiter.done().complete(null);
  }

  private static long position(Consumer<?, ?> consumer, TopicPartition partition) {
    return consumer.position(partition, PATIENCE);
  }
}
