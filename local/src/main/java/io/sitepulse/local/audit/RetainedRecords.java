package io.sitepulse.local.audit;

import io.sitepulse.runtime.kafka.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The time since which Kafka still has all records of a topic, to rebuild tables from them. */
final class RetainedRecords {
  private static final int TIMEOUT_MS = 5_000;

  private RetainedRecords() {}

  /**
   * Finds the times since which Kafka has all events and all votes.
   *
   * @param client connection settings as Kafka names them
   * @param now used where all records of a partition were deleted
   * @throws KafkaException if Kafka cannot be asked
   */
  static Retained since(Properties client, Instant now) {
    var properties = new Properties();
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.putAll(client);
    try (Admin admin = Admin.create(properties)) {
      return new Retained(
          since(admin, Topics.PAGE_VIEWS.name(), now).orElse(null),
          since(admin, Topics.POLL_VOTES.name(), now).orElse(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka cannot be asked what it has: " + e.getCause(), e);
    }
  }

  private static Optional<Instant> since(Admin admin, String topic, Instant now)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = partitions(admin, topic);
    var first = offsets(admin, partitions, OffsetSpec.earliest());
    // The first record that is left, with its time.
    var left = offsets(admin, partitions, OffsetSpec.forTimestamp(0));
    return partitions.stream()
        .filter(partition -> at(first, partition).offset() > 0)
        .map(partition -> time(at(left, partition), now))
        .max(Instant::compareTo);
  }

  private static Instant time(ListOffsetsResultInfo first, Instant now) {
    return first.offset() < 0 ? now : Instant.ofEpochMilli(first.timestamp());
  }

  private static List<TopicPartition> partitions(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(
            partitions.stream().collect(Collectors.toMap(Function.identity(), any -> spec)))
        .all()
        .get();
  }

  private static ListOffsetsResultInfo at(
      Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }
}
