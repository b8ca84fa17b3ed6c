package io.sitepulse.local.rebuild;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.local.backup.RecordSender;
import io.sitepulse.local.backup.Storage;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.streams.runner.StreamsService;
import io.sitepulse.streams.runner.Takeover;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/**
 * Brings Kafka back from ClickHouse after all brokers lost their data. Definitions are written
 * first. Then counting runs here on all events and votes that ClickHouse has, day by day, and so
 * makes counters, tallies, ballots and the state of visits again. Two days are never counted at
 * once: the state of a visitor's day is forgotten when another partition is far ahead.
 *
 * <p>The sink does not read what it has stored: its offsets are set behind it.
 */
public final class KafkaRebuild {
  /**
   * Age from which a record gets a later time: brokers delete records by their age, and must not
   * before they were counted.
   */
  private static final Duration OLD = Duration.ofDays(30);

  /** What the sink has stored already. */
  private static final List<String> STORED =
      List.of(Topics.PAGE_VIEWS.name(), Topics.POLL_VOTES.name(), Topics.REJECTED_EVENTS.name());

  private final Storage storage;
  private final Path state;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Prepares the rebuild.
   *
   * @param state folder for the stores of counting while it runs here
   * @param progress is told in lines what is done
   */
  public KafkaRebuild(Storage storage, Path state, Clock clock, Consumer<String> progress) {
    this.storage = storage;
    this.state = state;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Checks that the brokers are new.
   *
   * @throws IOException if Kafka has topics of sitepulse
   */
  public static void requireEmpty(Storage storage)
      throws IOException, ExecutionException, InterruptedException {
    storage.requireEmptyKafka("Rebuilding Kafka needs new brokers");
  }

  /**
   * Writes and counts everything.
   *
   * @return what differs from ClickHouse, a line each
   * @throws IOException if Kafka has topics of sitepulse
   */
  public SortedSet<String> run() throws IOException, ExecutionException, InterruptedException {
    requireEmpty(storage);
    TopicSetup.createMissing(storage.kafka());
    try (var clickHouse = ClickHouse.forCommand(storage.clickHouse());
        Handle handle = clickHouse.jdbi().open();
        var producer = RecordSender.producer(storage.kafka())) {
      var sender = new RecordSender(producer);
      skipOffsets(handle, sender);
      long imported = new StoredDefinitions(handle, sender).send();
      progress.accept("Definitions, imported days and the change log are written.");
      SortedSet<String> differences = count(handle, sender, imported);
      finish();
      return differences;
    }
  }

  @SuppressWarnings("try") // Counting runs beside what is sent.
  private SortedSet<String> count(Handle handle, RecordSender sender, long imported)
      throws ExecutionException, InterruptedException {
    Instant oldest = clock.instant().minus(OLD);
    var events = new StoredEvents(handle, sender, storage.kafka().partitions(), oldest);
    try (var counting =
            StreamsService.start(counting(), storage.kafka(), new SimpleMeterRegistry());
        var counted = new CountedAgain(storage.kafka())) {
      long sent = imported + events.sendUnreadable();
      counted.await(sent, 0);
      for (String day : events.days()) {
        sent += events.send(day);
        counted.await(sent, 0);
        progress.accept("Counted until %s: %,d events.".formatted(day, sent - imported));
      }
      var votes = new StoredVotes(handle, sender, oldest).send();
      counted.await(sent, votes.sent());
      progress.accept("Counted: %,d votes.".formatted(votes.sent()));
      if (votes.leftOut() > 0) {
        progress.accept(
            "Left out: %,d votes that their polls refused then and accept now."
                .formatted(votes.leftOut()));
      }
      progress.accept("Compared with ClickHouse: " + counted.summary() + ".");
      return counted.differences(handle);
    }
  }

  /** ClickHouse has deliveries by their offsets, and takes the lower one for the earlier one. */
  private void skipOffsets(Handle handle, RecordSender sender)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> next =
        handle
            .createQuery(StoredDefinitions.sql("next_offsets.sql"))
            .bind("events", Topics.PAGE_VIEWS.name())
            .bind("votes", Topics.POLL_VOTES.name())
            .map(
                (row, context) ->
                    Map.entry(
                        new TopicPartition(row.getString("topic"), row.getInt("partition")),
                        row.getLong("next")))
            .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    try (Admin admin = Admin.create(storage.kafka().client())) {
      for (var partition : next.entrySet()) {
        if (partition.getKey().partition() < storage.kafka().partitions()) {
          sender.skipTo(admin, partition.getKey(), partition.getValue());
        }
      }
    }
  }

  private CountingConfig counting() {
    return new CountingConfig(
        storage.counting(),
        state,
        CountingConfig.DEFAULT_THREADS,
        CountingConfig.DEFAULT_COMMIT_INTERVAL,
        CountingConfig.DEFAULT_OUTBOX_INTERVAL,
        CountingConfig.AS_OTHER_TOPICS,
        Takeover.DEFAULT,
        CountingConfig.DEFAULT_STORE_MEMORY_MB);
  }

  private void finish() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(storage.kafka().client())) {
      var ends =
          admin.describeTopics(STORED).allTopicNames().get().values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(info -> new TopicPartition(topic.name(), info.partition())))
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      var offsets =
          admin.listOffsets(ends).all().get().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      end -> end.getKey(), end -> new OffsetAndMetadata(end.getValue().offset())));
      admin.alterConsumerGroupOffsets(storage.sink(), offsets).all().get();
    }
  }
}
