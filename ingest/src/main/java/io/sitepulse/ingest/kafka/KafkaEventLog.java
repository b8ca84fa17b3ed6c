package io.sitepulse.ingest.kafka;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * Writes events to {@code page-views}, those of a partition together while Kafka has not
 * acknowledged the ones before. Never blocks: if the producer would have to wait for metadata or
 * memory, the events are refused.
 */
public final class KafkaEventLog implements EventLog {
  private static final Problem UNAVAILABLE =
      Problem.unavailable("The events could not be stored. Send them again.");

  private final Vertx vertx;
  private final Producer<String, byte[]> producer;
  private final IntSupplier partitions;
  private final IntConsumer produced;
  private final Map<Integer, PackQueue> queues = new ConcurrentHashMap<>();

  /**
   * Creates the log.
   *
   * @param producer must not block in {@code send}
   * @param partitions number of partitions of the topic, 0 while it is unknown
   * @param produced receives the number of acknowledged events
   */
  public KafkaEventLog(
      Vertx vertx,
      Producer<String, byte[]> producer,
      IntSupplier partitions,
      IntConsumer produced) {
    this.vertx = vertx;
    this.producer = producer;
    this.partitions = partitions;
    this.produced = produced;
  }

  @Override
  public Future<Void> append(List<PageView> events) {
    int count = partitions.getAsInt();
    if (count == 0) {
      return Future.failedFuture(UNAVAILABLE.asException());
    }
    Context context = vertx.getOrCreateContext();
    Promise<Void> stored = Promise.promise();
    var acknowledgement =
        new Acknowledgement(
            events.size(),
            failed -> context.runOnContext(unused -> complete(stored, events.size(), failed)));
    for (PageView event : events) {
      queues
          .computeIfAbsent(
              Topics.partitionOf(event.id(), count),
              partition -> new PackQueue(producer, partition))
          .add(EventPack.entry(event), event.received().toEpochMilli(), acknowledgement);
    }
    return stored.future();
  }

  private void complete(Promise<Void> stored, int sent, int failed) {
    produced.accept(sent - failed);
    if (failed == 0) {
      stored.complete();
    } else {
      stored.fail(UNAVAILABLE.asException());
    }
  }
}
