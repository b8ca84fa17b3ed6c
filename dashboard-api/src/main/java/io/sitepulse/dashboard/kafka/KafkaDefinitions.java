package io.sitepulse.dashboard.kafka;

import io.sitepulse.contract.change.Change;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.definition.Redacted;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.AcknowledgedProducer;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes definitions to their topics, each in one transaction with its entry in {@code changes}.
 * Writes run one after another. A failed transaction closes the producer and the next write opens
 * another.
 */
public final class KafkaDefinitions implements Definitions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaDefinitions.class);

  /** One transaction at a time, and 100 in the queue. */
  private static final int MAX_IN_FLIGHT = 101;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Properties settings = new Properties();
  private final ReadYourWrites readYourWrites;
  private final Clock clock;
  private final AcknowledgedProducer writes;
  private @Nullable KafkaProducer<String, byte[]> producer;

  /**
   * Prepares the writer. The connection is opened by the first write.
   *
   * @param readYourWrites completes a write after this instance has read it
   */
  public KafkaDefinitions(
      Vertx vertx, Properties client, ReadYourWrites readYourWrites, Clock clock) {
    settings.putAll(client);
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, "sitepulse-definitions-" + UUID.randomUUID());
    // Readers of committed records wait for an open transaction until its timeout.
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TIMEOUT.toMillis());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(TIMEOUT.toMillis()));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(TIMEOUT.toMillis() / 2));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(TIMEOUT.toMillis()));
    this.writes = new AcknowledgedProducer(vertx, "definitions", MAX_IN_FLIGHT);
    this.readYourWrites = readYourWrites;
    this.clock = clock;
  }

  @Override
  public <V> Future<Void> put(
      Topic<V> topic, String id, @Nullable V before, V after, Author by, String action) {
    byte[] value = bytes(topic, after);
    return write(
        readYourWrites.expect(topic, id, value),
        List.of(
            new ProducerRecord<>(topic.name(), id, value),
            changeRecord(by, action, id, Redacted.state(before), Redacted.state(after))));
  }

  @Override
  public <V> Future<Void> record(Topic<V> topic, String id, V after) {
    byte[] value = bytes(topic, after);
    return write(
        readYourWrites.expect(topic, id, value),
        List.of(new ProducerRecord<>(topic.name(), id, value)));
  }

  @Override
  public <V> Future<Void> remove(Topic<V> topic, String id, V before, Author by, String action) {
    return remove(topic, id, changeRecord(by, action, id, Redacted.state(before), null));
  }

  @Override
  public <V> Future<Void> erase(Topic<V> topic, String id, Author by, String action) {
    return remove(topic, id, changeRecord(by, action, id, null, null));
  }

  private <V> Future<Void> remove(
      Topic<V> topic, String id, ProducerRecord<String, byte[]> change) {
    return write(
        readYourWrites.expect(topic, id, null),
        List.of(new ProducerRecord<>(topic.name(), id, null), change));
  }

  @Override
  public Future<Void> note(Author by, String action, String subject) {
    return write(List.of(changeRecord(by, action, subject, null, null)));
  }

  @Override
  public void close() {
    writes.close(TIMEOUT);
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }

  /**
   * Writes the present value of a key again, because the last record of the key was rejected. The
   * change log has no entry: nothing changes for readers.
   *
   * @param value with its next revision, or null if the key was removed
   */
  <V> Future<Void> restore(Topic<V> topic, String id, @Nullable V value) {
    return write(
        List.of(
            new ProducerRecord<>(topic.name(), id, value == null ? null : bytes(topic, value))));
  }

  private Future<Void> write(
      ReadYourWrites.Expected expected, List<ProducerRecord<String, byte[]>> records) {
    return write(records)
        .onFailure(e -> expected.cancel())
        .compose(written -> expected.withinPatience());
  }

  private Future<Void> write(List<ProducerRecord<String, byte[]>> records) {
    return writes
        .send(acknowledged -> transact(records, acknowledged))
        .recover(e -> Future.failedFuture(problemOf(e).asException()));
  }

  private static Problem problemOf(Throwable e) {
    return Problem.unavailable(
        e instanceof AcknowledgedProducer.OverloadedException
            ? "Too many changes are waiting."
            : "The change cannot be stored now.");
  }

  private void transact(List<ProducerRecord<String, byte[]>> records, Promise<Void> acknowledged) {
    try {
      KafkaProducer<String, byte[]> open = producer();
      open.beginTransaction();
      var sent = records.stream().map(open::send).toList();
      open.commitTransaction(); // Fails if one of the sends failed.
      if (!sent.stream().allMatch(record -> record.isDone())) {
        throw new IllegalStateException("the commit did not wait for all records");
      }
      acknowledged.complete();
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue(LogKeys.ERROR, e.toString()).log("cannot write definition");
      closeProducer(!(e instanceof TimeoutException));
      acknowledged.fail(e);
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = open;
      open.initTransactions();
    }
    return open;
  }

  /**
   * Closes the producer.
   *
   * @param abort true if Kafka responds, so that the transaction can be aborted at once
   */
  private void closeProducer(boolean abort) {
    KafkaProducer<String, byte[]> open = producer;
    producer = null;
    if (open == null) {
      return;
    }
    try {
      if (abort) {
        open.abortTransaction();
      }
    } catch (RuntimeException e) {
      LOG.atDebug()
          .addKeyValue(LogKeys.ERROR, e.toString())
          .log("cannot abort transaction, leaving it to its timeout");
    } finally {
      open.close(Duration.ZERO);
    }
  }

  private ProducerRecord<String, byte[]> changeRecord(
      Author by,
      String action,
      String subject,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    var change =
        Change.builder()
            .id(UUID.randomUUID())
            .at(clock.instant())
            .by(by.id(), by.name())
            .action(action)
            .subject(subject)
            .before(before)
            .after(after)
            .build();
    return new ProducerRecord<>(Topics.CHANGES.name(), subject, bytes(Topics.CHANGES, change));
  }

  private static <V> byte[] bytes(Topic<V> topic, V value) {
    return topic.value().serializer().serialize(topic.name(), value);
  }
}
