package io.sitepulse.ingest.kafka;

import io.sitepulse.runtime.kafka.Topic;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;

/**
 * Keeps the producer's metadata of some topics warm.
 *
 * <p>The producer drops the metadata of a topic after five minutes without a write and fetches it
 * again at the next send. {@code send} may not block here, so without a refresh the first event
 * after a quiet night would be refused. {@link #refresh} is called by the Kafka health check.
 */
public final class ProducerMetadataRefresher {
  private final Producer<String, byte[]> producer;
  private final Topic<?> first;
  private final List<Topic<?>> others;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private volatile int partitions;

  /**
   * Prepares the refresher.
   *
   * @param first topic whose number of partitions is remembered
   * @param others further topics that the producer writes to
   */
  public ProducerMetadataRefresher(
      Producer<String, byte[]> producer, Topic<?> first, Topic<?>... others) {
    this.producer = producer;
    this.first = first;
    this.others = List.of(others);
  }

  /** Fetches the metadata of all topics. Throws what the producer throws. */
  public void refresh() {
    others.forEach(topic -> producer.partitionsFor(topic.name()));
    partitions = producer.partitionsFor(first.name()).size();
    ready.complete(null);
  }

  /** Number of partitions of the first topic, 0 until it is known. */
  public int partitions() {
    return partitions;
  }

  /** Completes after the first successful refresh. */
  public CompletableFuture<Void> ready() {
    return ready.copy();
  }
}
