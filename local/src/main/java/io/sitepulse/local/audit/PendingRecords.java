package io.sitepulse.local.audit;

import io.sitepulse.runtime.kafka.Topics;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

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

  private PendingRecords() {}

  /**
   * Counts the records.
   *
   * @param client connection settings as Kafka names them
   * @return the lag of the group that is further behind
   * @throws KafkaException if Kafka cannot be asked
   */
  static long count(Properties client) {
    try (Admin admin = Admin.create(client)) {
      var ends = ends(admin);
      long most = 0;
      for (String group : GROUPS) {
        most = Math.max(most, lag(ends, committed(admin, group)));
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
