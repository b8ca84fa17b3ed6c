package io.sitepulse.streams.runner;

import io.sitepulse.runtime.kafka.Topics;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Finds the number of partitions over which visitors are distributed. */
final class ShardCount {
  private ShardCount() {}

  /**
   * Returns the number of partitions of the repartition topic. Before the first start there is
   * none, and Kafka Streams will give it as many as {@code page-views} has.
   */
  static int read(String applicationId, Properties client)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      try {
        return partitions(admin, applicationId + "-by-visitor-repartition");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UnknownTopicOrPartitionException) {
          return partitions(admin, Topics.PAGE_VIEWS.name());
        }
        throw e;
      }
    }
  }

  private static int partitions(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(List.of(topic))
        .topicNameValues()
        .values()
        .iterator()
        .next()
        .get()
        .partitions()
        .size();
  }
}
