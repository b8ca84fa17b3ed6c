package io.sitepulse.dashboard.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.dashboard.widget.poll.VoteConfig;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.sitepulse.runtime.kafka.AcknowledgedProducer;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes votes to {@code poll-votes}, acknowledged by all replicas. A vote above the limit of votes
 * in flight fails at once, so that memory stays bounded while Kafka does not respond.
 */
public final class KafkaVoteProducer implements VoteProducer, AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final KafkaProducer<String, PollVote> producer;
  private final KafkaClientMetrics metrics;
  private final AcknowledgedProducer sends;

  /**
   * Opens a producer. The broker need not respond yet.
   *
   * @param config limit of votes in flight and timeout of a vote
   */
  public KafkaVoteProducer(
      Vertx vertx, Properties client, VoteConfig config, MeterRegistry registry) {
    this.producer =
        new KafkaProducer<>(
            settings(client, config.timeout()),
            Topics.POLL_VOTES.key().serializer(),
            Topics.POLL_VOTES.value().serializer());
    this.metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
    this.sends = new AcknowledgedProducer(vertx, "vote-producer", config.maxInFlight());
  }

  @Override
  public Future<Void> cast(PollVote vote) {
    var record =
        new ProducerRecord<>(Topics.POLL_VOTES.name(), Topics.key(vote.poll(), vote.voter()), vote);
    return sends.send(acknowledged -> send(record, acknowledged));
  }

  /** Waits for the votes in flight, at most a few seconds. */
  @Override
  public void close() {
    sends.close(CLOSE_TIMEOUT);
    metrics.close();
    producer.close(CLOSE_TIMEOUT);
  }

  private void send(ProducerRecord<String, PollVote> record, Promise<Void> acknowledged) {
    var unused =
        producer.send(
            record,
            (metadata, e) -> {
              if (e == null) {
                acknowledged.complete();
              } else {
                acknowledged.fail(e);
              }
            });
  }

  private static Properties settings(Properties client, Duration timeout) {
    var settings = new Properties();
    settings.putAll(client);
    int ms = Math.toIntExact(timeout.toMillis());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ms);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, ms / 2));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.max(1, ms / 4));
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return settings;
  }
}
