package io.sitepulse.dashboard.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.dashboard.widget.poll.VoteConfig;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Votes into {@code poll-votes}, acknowledged by all replicas. {@code send} may wait for metadata,
 * so it runs on a thread of its own; a permit for each vote under way bounds memory, and without
 * one the answer is no at once.
 */
public final class KafkaVoteProducer implements VoteProducer, AutoCloseable {
  private final Vertx vertx;
  private final KafkaProducer<String, PollVote> producer;
  private final KafkaClientMetrics metrics;
  private final Semaphore room;
  private final ThreadPoolExecutor sender;

  /**
   * Opens a producer; the broker need not be there yet.
   *
   * @param config for how many votes may be under way at once, and how long
   */
  public KafkaVoteProducer(
      Vertx vertx, Properties client, VoteConfig config, MeterRegistry registry) {
    this.vertx = vertx;
    this.room = new Semaphore(config.maxInFlight());
    this.producer =
        new KafkaProducer<>(
            settings(client, config.timeout()),
            Topics.POLL_VOTES.key().serializer(),
            Topics.POLL_VOTES.value().serializer());
    this.metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
    this.sender =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.maxInFlight()),
            work -> new Thread(work, "ballot-box"));
  }

  @Override
  public Future<Void> cast(PollVote vote) {
    if (!room.tryAcquire()) {
      return Future.failedFuture("too many votes under way");
    }
    Context caller = vertx.getOrCreateContext();
    Promise<Void> promise = Promise.promise();
    promise.future().onComplete(done -> room.release());
    try {
      sender.execute(() -> send(vote, promise));
    } catch (RejectedExecutionException e) {
      promise.tryFail(e);
    }
    return backOn(caller, promise.future());
  }

  /** Waits for what is under way, no longer than a few seconds. */
  @Override
  public void close() {
    sender.shutdown();
    metrics.close();
    producer.close(Duration.ofSeconds(5));
  }

  /** The caller's handlers run where it was called, not on Kafka's thread. */
  private static Future<Void> backOn(Context caller, Future<Void> future) {
    Promise<Void> there = Promise.promise();
    future.onComplete(done -> caller.runOnContext(run -> there.handle(done)));
    return there.future();
  }

  private void send(PollVote vote, Promise<Void> promise) {
    var record =
        new ProducerRecord<>(Topics.POLL_VOTES.name(), Topics.key(vote.poll(), vote.voter()), vote);
    try {
      var unused =
          producer.send(
              record,
              (metadata, e) -> {
                if (e == null) {
                  promise.complete();
                } else {
                  promise.fail(e);
                }
              });
    } catch (RuntimeException e) {
      promise.tryFail(e);
    }
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
