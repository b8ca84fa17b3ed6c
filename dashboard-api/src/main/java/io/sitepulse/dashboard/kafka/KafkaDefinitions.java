package io.sitepulse.dashboard.kafka;

import io.sitepulse.runtime.log.LogKeys;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.change.Change;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.definition.Redacted;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
 * Definitions into their topics, each in one transaction with its note, one after another on a
 * thread of its own. A transaction that failed ends its producer; the next write makes another.
 */
public final class KafkaDefinitions implements Definitions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaDefinitions.class);
  private static final int WAITING = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Properties settings = new Properties();
  private final ReadYourWrites readYourWrites;
  private final Clock clock;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), KafkaDefinitions::daemon);
  private @Nullable KafkaProducer<String, byte[]> producer;

  /**
   * Opens no connection yet.
   *
   * @param readYourWrites tells when this instance has read what was written
   */
  public KafkaDefinitions(Properties client, ReadYourWrites readYourWrites, Clock clock) {
    settings.putAll(client);
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, "sitepulse-definitions-" + UUID.randomUUID());
    // Readers of committed records wait for one that nobody ends.
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) PATIENCE.toMillis());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis() / 2));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
    this.readYourWrites = readYourWrites;
    this.clock = clock;
  }

  @Override
  public <V> Future<Void> put(
      Topic<V> topic, String id, @Nullable V before, V after, Author by, String action) {
    byte[] value = bytes(topic, after);
    return write(
            List.of(
                new ProducerRecord<>(topic.name(), id, value),
                noteOf(by, action, id, Redacted.json(before), Redacted.json(after))))
        .compose(written -> readYourWrites.of(topic, id, value));
  }

  @Override
  public <V> Future<Void> remove(Topic<V> topic, String id, V before, Author by, String action) {
    return write(
            List.of(
                new ProducerRecord<>(topic.name(), id, null),
                noteOf(by, action, id, Redacted.json(before), null)))
        .compose(written -> readYourWrites.of(topic, id, null));
  }

  @Override
  public Future<Void> note(Author by, String action, String subject) {
    return write(List.of(noteOf(by, action, subject, null, null)));
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }

  private Future<Void> write(List<ProducerRecord<String, byte[]>> records) {
    Promise<Void> done = Promise.promise();
    try {
      thread.execute(() -> transact(records, done));
    } catch (RejectedExecutionException e) {
      done.fail(Problem.unavailable("Too many changes are waiting.").asException());
    }
    return done.future();
  }

  private void transact(List<ProducerRecord<String, byte[]>> records, Promise<Void> done) {
    try {
      KafkaProducer<String, byte[]> open = producer();
      open.beginTransaction();
      var sent = records.stream().map(open::send).toList();
      open.commitTransaction(); // Fails with what any of them failed with.
      if (!sent.stream().allMatch(record -> record.isDone())) {
        throw new IllegalStateException("a commit waits for all its records");
      }
      done.complete();
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue(LogKeys.ERROR, e.toString()).log("cannot write definition");
      end(!(e instanceof TimeoutException));
      done.fail(Problem.unavailable("The change cannot be stored now.").asException());
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
   * Ends the producer.
   *
   * @param answers whether Kafka does: then the transaction is ended too, at once
   */
  private void end(boolean answers) {
    KafkaProducer<String, byte[]> open = producer;
    producer = null;
    if (open == null) {
      return;
    }
    try {
      if (answers) {
        open.abortTransaction();
      }
    } catch (RuntimeException e) {
      LOG.atDebug().addKeyValue(LogKeys.ERROR, e.toString()).log("cannot abort transaction, leaving it to its timeout");
    } finally {
      open.close(Duration.ZERO);
    }
  }

  private ProducerRecord<String, byte[]> noteOf(
      Author by,
      String action,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {
    var change =
        new Change(
            Change.VERSION,
            UUID.randomUUID(),
            clock.instant(),
            by.id(),
            by.name(),
            action,
            subject,
            before,
            after);
    return new ProducerRecord<>(Topics.CHANGES.name(), subject, bytes(Topics.CHANGES, change));
  }

  private static <V> byte[] bytes(Topic<V> topic, V value) {
    return topic.value().serializer().serialize(topic.name(), value);
  }

  private static Thread daemon(Runnable run) {
    var thread = new Thread(run, "definitions");
    thread.setDaemon(true);
    return thread;
  }
}
