package io.sitepulse.streams.runner;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import io.sitepulse.runtime.kafka.Topic;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Translates the settings into properties of Kafka Streams. */
public final class StreamsProperties {
  /** Small segments, so that changelogs are compacted and a restore reads little. */
  private static final int SEGMENT_BYTES = 64 * 1024 * 1024;

  /**
   * Longest outage of Kafka that a thread waits for. After it a commit fails, and Kafka Streams
   * deletes the stores of the thread and restores them from the changelogs.
   */
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  /** Time for the other work of a thread that has waited for an outage. */
  private static final Duration RESERVE = Duration.ofMinutes(2);

  /**
   * Longest time that a broker waits for records of a fetch, where processes take over from each
   * other. A broker answers the requests of a connection in their order. So what is asked about new
   * partitions, by the consumer of a thread and by that of its restores, waits for a fetch that has
   * nothing to return, half a second by default. Not for a single process: it would ask idle
   * brokers five times as often.
   */
  private static final int TAKEOVER_FETCH_MS = 100;

  /**
   * Time between two looks at whether a process that joined has restored what it takes over. By
   * default ten minutes: after a join or a loss of stores under load, one process did the work of
   * two for as long. A minute is the least that Kafka Streams takes.
   */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  /**
   * Tasks that a process which joined restores before one such look. By default two, so that 24
   * partitions would move in hours. As many as there are: it restores one after the other anyway.
   */
  private static final int RESTORED_AT_ONCE = 10_000;

  /**
   * Kafka Streams 4.4.0 waits for the {@code retry.backoff.ms} of its consumer after each internal
   * topic that it creates. At the default of 100 ms the first start would spend two seconds in
   * these waits. For the consumer itself it is the first of pauses that grow to a second.
   */
  private static final long BETWEEN_TOPICS_MS = 10;

  private StreamsProperties() {}

  public static Properties of(CountingConfig config, Properties client, RocksDbMemoryLimit memory) {
    var p = new Properties();
    p.putAll(client);
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    p.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replicationFactor());
    p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.takeover().standbyReplicas());
    p.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, LOOK_AGAIN.toMillis());
    p.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, RESTORED_AT_ONCE);
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    // A thread without records runs its punctuators only after a poll. See PollPause.
    p.put(StreamsConfig.POLL_MS_CONFIG, config.outboxInterval().toMillis());
    // Imported days and events of visitors are counted apart from each other, departures and events
    // too, and all other tasks read one partition. So there is no order to wait for.
    p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    // The broker must not delete, by its own clock, a record that a store still needs.
    p.put(
        StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG,
        Topic.LEFT_BEHIND.toMillis());
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemoryLimit.Setter.class);
    p.put(RocksDbMemoryLimit.KEY, memory);
    p.put(topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), SEGMENT_BYTES);
    // Records of internal topics have the times of the events. By default a broker whose clock is
    // more than an hour behind refuses them, which ends the counting.
    p.put(topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG), Long.MAX_VALUE);
    p.put(
        topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
        Math.max(1, config.replicationFactor() - 1));
    Takeover takeover = config.takeover();
    p.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), takeover.sessionMillis());
    p.put(consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), takeover.heartbeatMillis());
    if (takeover.standbyReplicas() > 0) {
      p.put(consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), TAKEOVER_FETCH_MS);
    }
    p.put(mainConsumerPrefix(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG), BETWEEN_TOPICS_MS);
    // Offsets of a killed process can be read once its open transaction is aborted.
    p.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), takeover.sessionMillis());
    p.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    p.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, OUTAGE.plus(RESERVE).toMillis());
    p.put(
        consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
        (int) OUTAGE.plus(RESERVE).toMillis());
    p.put(producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), OUTAGE.toMillis());
    p.put(producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), (int) OUTAGE.toMillis());
    p.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    return p;
  }
}
