package io.sitepulse.streams.runner;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses to count events a second time. Kafka forgets the committed offsets of a group that was
 * away for {@code offsets.retention.minutes}. Counting would then begin with the oldest event, on
 * top of state that contains it.
 *
 * <p>A new application gets its offsets before its first start. Kafka Streams commits none until
 * there is a record, but its state has entries by then, so an installation that was stopped before
 * its first visitor would look as if its offsets were lost.
 *
 * @param inputs the topics whose records are counted
 */
record CommittedOffsets(String applicationId, List<String> inputs, Properties client) {
  private static final Logger LOG = LoggerFactory.getLogger(CommittedOffsets.class);
  private static final Duration POLL = Duration.ofMillis(250);

  /**
   * Checks the offsets and the state of the application. Commits the oldest offsets if it is new.
   *
   * @throws IllegalStateException if the group has no committed offsets and its state has records
   */
  void require() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      if (hasOffsets(admin)) {
        return;
      }
      if (hasRecords(changelogs(admin))) {
        throw new IllegalStateException(
            "the consumer group "
                + applicationId
                + " has no committed offsets, but its changelog topics have records: events would"
                + " be counted twice. docs/operate.md, \"Lost offsets\", says what to do");
      }
      commitOldest(admin);
    }
  }

  private void commitOldest(Admin admin) throws ExecutionException, InterruptedException {
    var oldest = new HashMap<TopicPartition, OffsetSpec>();
    partitions(admin, inputs).forEach(input -> oldest.put(input, OffsetSpec.earliest()));
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    admin
        .listOffsets(oldest)
        .all()
        .get()
        .forEach((input, found) -> offsets.put(input, new OffsetAndMetadata(found.offset())));
    try {
      admin.alterConsumerGroupOffsets(applicationId, offsets).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownMemberIdException)) {
        throw e;
      }
      LOG.atInfo().log("another instance has started, it commits the offsets");
    }
  }

  private boolean hasOffsets(Admin admin) throws ExecutionException, InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(applicationId)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .anyMatch(offset -> offset != null);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw e;
    }
  }

  private List<TopicPartition> changelogs(Admin admin)
      throws ExecutionException, InterruptedException {
    List<String> topics =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith(applicationId + "-") && name.endsWith("-changelog"))
            .toList();
    return partitions(admin, topics);
  }

  private static List<TopicPartition> partitions(Admin admin, List<String> topics)
      throws ExecutionException, InterruptedException {
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .map(CommittedOffsets::partitions)
        .flatMap(Collection::stream)
        .toList();
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
        .toList();
  }

  /** Reads only committed records: a first start that was killed leaves records of no effect. */
  private boolean hasRecords(List<TopicPartition> partitions) {
    var properties = new Properties();
    properties.putAll(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends =
          consumer.endOffsets(partitions).entrySet().stream()
              .filter(end -> end.getValue() > 0)
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      while (!ends.isEmpty()) {
        if (!consumer.poll(POLL).isEmpty()) {
          return true;
        }
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      }
      return false;
    }
  }
}
