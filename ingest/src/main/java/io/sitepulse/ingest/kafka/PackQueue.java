package io.sitepulse.ingest.kafka;

import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.Topics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The events of one partition on their way to Kafka. While a record is not acknowledged, the events
 * that arrive wait and then go together in the next one. So an event of a quiet site is sent at
 * once, and under load a record holds as many events as come in during one acknowledgement.
 * Thread-safe.
 *
 * <pre>
 *   add ──▶ waiting ──no record in flight──▶ in flight ──acknowledged──▶ next record
 * </pre>
 */
final class PackQueue {
  private final Producer<String, byte[]> producer;
  private final int partition;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean inFlight;

  /**
   * Creates an empty queue.
   *
   * @param producer must not block in {@code send}
   */
  PackQueue(Producer<String, byte[]> producer, int partition) {
    this.producer = producer;
    this.partition = partition;
  }

  /**
   * Adds an event.
   *
   * @param entry the event as made by {@link EventPack#entry}
   * @param received time of receipt in epoch milliseconds
   * @param acknowledged told when the event is stored, or could not be
   */
  void add(byte[] entry, long received, Acknowledgement acknowledged) {
    synchronized (this) {
      waiting.add(new Waiting(entry, received, acknowledged));
    }
    sendNext();
  }

  private void sendNext() {
    List<Waiting> pack = next();
    if (pack.isEmpty()) {
      return;
    }
    try {
      var unused = producer.send(record(pack), (metadata, error) -> complete(pack, error));
    } catch (KafkaException | IllegalStateException e) {
      complete(pack, e); // Closed, or broken for good.
    }
  }

  private synchronized List<Waiting> next() {
    if (inFlight || waiting.isEmpty()) {
      return List.of();
    }
    var pack = new ArrayList<Waiting>();
    int size = 0;
    for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
      size += next.entry.length;
      if (!pack.isEmpty() && (size > EventPack.MAX_BYTES || pack.size() == EventPack.MAX_EVENTS)) {
        break;
      }
      pack.add(next);
      waiting.remove();
    }
    inFlight = true;
    return pack;
  }

  private ProducerRecord<String, byte[]> record(List<Waiting> pack) {
    long newest = pack.stream().mapToLong(event -> event.received).max().orElseThrow();
    // The key is empty: the events of a record have keys of their own.
    byte[] value = EventPack.of(pack.stream().map(event -> event.entry).toList());
    return new ProducerRecord<>(Topics.PAGE_VIEWS.name(), partition, newest, "", value);
  }

  private void complete(List<Waiting> pack, @Nullable Exception error) {
    var done = new ArrayList<>(pack);
    synchronized (this) {
      inFlight = false;
      if (error instanceof TimeoutException) {
        // Kafka does not respond. Otherwise the events behind would wait as long once more.
        done.addAll(waiting);
        waiting.clear();
      }
    }
    done.forEach(event -> event.acknowledged.complete(error));
    sendNext();
  }

  /** An event that is not acknowledged. */
  private static final class Waiting {
    private final byte[] entry;
    private final long received;
    private final Acknowledgement acknowledged;

    Waiting(byte[] entry, long received, Acknowledgement acknowledged) {
      this.entry = entry;
      this.received = received;
      this.acknowledged = acknowledged;
    }
  }
}
