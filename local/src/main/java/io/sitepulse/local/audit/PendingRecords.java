package io.sitepulse.local.audit;

import io.sitepulse.runtime.kafka.Topics;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Records of events and votes that are acknowledged, and that the counting or the sink has not
 * finished yet. Collectors write these topics without transactions, so the lag of a group that has
 * read everything is zero.
 */
final class PendingRecords {
  /** The default groups of the counting and of the sink. The audit uses no code of theirs. */
  private static final List<String> GROUPS = List.of("sitepulse-streams", "sitepulse-sink");

  private static final List<String> TOPICS =
      List.of(Topics.PAGE_VIEWS.name(), Topics.POLL_VOTES.name());

  /** The audit is about ClickHouse, and must not wait long for a broker that is away. */
  private static final int TIMEOUT_MS = 5_000;

  private PendingRecords() {}

  /**
   * Counts the records.
   *
   * @param client connection settings as Kafka names them
   * @return the lag of the group that is further behind, or null if neither has an offset, because
   *     the installation names its groups otherwise or has read nothing yet
   * @throws KafkaException if Kafka cannot be asked
   */
  static @Nullable Long count(Properties client) {
    var properties = new Properties();
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.putAll(client);
    try (Admin admin = Admin.create(properties)) {
      var ends = ends(admin);
      Long most = null;
      for (String group : GROUPS) {
        var committed = committed(admin, group);
        if (!committed.isEmpty()) {
          long lag = lag(ends, committed);
          most = most == null ? lag : Math.max(most, lag);
        }
      }
      return most;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka cannot be asked what is on its way: " + e.getCause(), e);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin)
      throws ExecutionException, InterruptedException {
    var asked =
        admin.describeTopics(TOPICS).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
  }

  private static long lag(
      Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
    long lag = 0;
    for (var end : ends.entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      lag += end.getValue() - (offset == null ? 0 : offset.offset());
    }
    return lag;
  }
}
