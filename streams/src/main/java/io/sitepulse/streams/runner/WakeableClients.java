package io.sitepulse.streams.runner;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Kafka Streams, whose waiting can be ended. They measure their timeouts by the wall
 * clock. If that is set back by an hour, a poll without records lasts an hour longer, and its
 * thread cannot be closed. While Kafka is away the same is true of a commit.
 */
final class WakeableClients implements KafkaClientSupplier {
  private final Set<WakeableConsumer> consumers = ConcurrentHashMap.newKeySet();
  private final Set<EndableProducer> producers = ConcurrentHashMap.newKeySet();
  private final Set<Admin> admins = ConcurrentHashMap.newKeySet();

  /** Ends the current poll of each consumer, as if its timeout had passed. */
  void endPolls() {
    consumers.forEach(WakeableConsumer::endPoll);
  }

  /**
   * Ends all calls that wait, also those to come, with an exception that ends their threads. What
   * was not committed is lost, as if the process had been killed.
   */
  void endAll() {
    consumers.forEach(WakeableConsumer::wakeup);
    producers.forEach(producer -> producer.close(Duration.ZERO));
    admins.forEach(admin -> admin.close(Duration.ZERO));
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    Admin admin = Admin.create(config);
    admins.add(admin);
    return admin;
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new EndableProducer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return new ThreadConsumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return new WakeableConsumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return new WakeableConsumer(config);
  }

  private final class EndableProducer extends KafkaProducer<byte[], byte[]> {
    EndableProducer(Map<String, Object> config) {
      super(config, new ByteArraySerializer(), new ByteArraySerializer());
      producers.add(this);
    }

    /** Removes it afterwards only: a thread may wait in here too. */
    @Override
    public void close(Duration timeout) {
      super.close(timeout);
      producers.remove(this);
    }
  }

  /** The consumer that a stream thread reads its records with. */
  private final class ThreadConsumer extends WakeableConsumer {
    private final PollPause pause = new PollPause(System.nanoTime());

    ThreadConsumer(Map<String, Object> config) {
      super(config);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      var records = super.poll(pause.timeout(timeout, System.nanoTime()));
      if (!records.isEmpty()) {
        pause.received(System.nanoTime());
      }
      return records;
    }
  }

  private class WakeableConsumer extends KafkaConsumer<byte[], byte[]> {
    private volatile boolean polling;

    WakeableConsumer(Map<String, Object> config) {
      super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumers.add(this);
    }

    /** Other calls than a poll are not ended: Kafka Streams does not expect it. */
    void endPoll() {
      if (polling) {
        wakeup();
      }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      polling = true;
      try {
        return super.poll(timeout);
      } catch (WakeupException e) {
        return ConsumerRecords.empty();
      } finally {
        polling = false;
      }
    }

    @Override
    public void close() {
      consumers.remove(this);
      super.close();
    }

    @Override
    public void close(CloseOptions options) {
      consumers.remove(this);
      super.close(options);
    }
  }
}
