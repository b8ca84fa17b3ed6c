package io.sitepulse.bench.process;

import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The records of a topic that a consumer group has not committed yet. */
public final class ConsumerLag {
  private static final long PAUSE_MILLIS = 100;

  private ConsumerLag() {}

  /** Sums up the lag of a group in all partitions of a topic. */
  public static long of(Properties client, String group, String topic) throws Exception {
    try (Admin admin = Admin.create(client)) {
      Map<TopicPartition, Long> ends = ends(admin, topic);
      var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends.entrySet().stream()
          .mapToLong(
              end -> {
                var offset = committed.get(end.getKey());
                return end.getValue() - (offset == null ? 0 : offset.offset());
              })
          .sum();
    }
  }

  /**
   * Waits until the counting and the sink have read all page views. The marker at the end of a
   * transaction is a record without content, which a group need not commit.
   */
  static void awaitDrained(KafkaConfig kafka, Duration timeout) throws Exception {
    for (String group : List.of("sitepulse-streams", "sitepulse-sink")) {
      Await.until(
          group + " has read all page views",
          timeout,
          () -> {
            Thread.sleep(PAUSE_MILLIS);
            return of(kafka.client(), group, Topics.PAGE_VIEWS.name()) <= kafka.partitions();
          });
    }
  }

  /** Counts the records that all topics ever got, internal ones and markers included. */
  public static long recordsOfAllTopics(Properties client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      long records = 0;
      for (String topic :
          admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get()) {
        records += ends(admin, topic).values().stream().mapToLong(Long::longValue).sum();
      }
      return records;
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, String topic) throws Exception {
    int partitions =
        admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get()
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
    Map<TopicPartition, OffsetSpec> asked =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }
}
