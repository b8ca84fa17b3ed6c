package io.sitepulse.ingest.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes events to {@code page-views}. Never blocks: if the producer would have to wait for
 * metadata or memory, the events are refused.
 */
public final class KafkaEventLog implements EventLog {
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(PageView.class);
  private static final Problem UNAVAILABLE =
      Problem.unavailable("The events could not be stored. Send them again.");

  private final Vertx vertx;
  private final Producer<String, byte[]> producer;
  private final IntSupplier partitions;
  private final IntConsumer produced;

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
    var records = new ArrayList<ProducerRecord<String, byte[]>>(events.size());
    for (PageView event : events) {
      records.add(record(event, count));
    }
    return send(records);
  }

  /**
   * Sends the records. Their acknowledgements arrive on Kafka's thread. The last one completes the
   * result on the caller's Vert.x context.
   */
  private Future<Void> send(List<ProducerRecord<String, byte[]>> records) {
    Context context = vertx.getOrCreateContext();
    Promise<Void> stored = Promise.promise();
    var open = new AtomicInteger(records.size());
    var failed = new AtomicInteger();
    Callback acknowledged =
        (metadata, error) -> {
          if (error != null) {
            failed.incrementAndGet();
          }
          if (open.decrementAndGet() == 0) {
            context.runOnContext(unused -> complete(stored, records.size(), failed.get()));
          }
        };
    for (var record : records) {
      try {
        var unused = producer.send(record, acknowledged);
      } catch (KafkaException | IllegalStateException e) {
        acknowledged.onCompletion(null, e); // Closed, or broken for good.
      }
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

  private static ProducerRecord<String, byte[]> record(PageView event, int partitions) {
    return new ProducerRecord<>(
        Topics.PAGE_VIEWS.name(),
        Topics.partitionOf(event.id(), partitions),
        event.received().toEpochMilli(),
        Topics.keyOf(event),
        bytes(event));
  }

  private static byte[] bytes(PageView event) {
    try {
      return WRITER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }
}
