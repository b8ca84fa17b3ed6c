package io.sitepulse.streams.runner;

import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.partition.Partitions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The partitions over which visitors and sites are distributed.
 *
 * <p>Topics of earlier versions keep their number, because the state of a key is in its partition.
 * New ones get as many as {@code page-views} has. Earlier versions left the number to Kafka
 * Streams, which gave the sites the one partition of {@code imported-days}, so that one thread
 * added up all sites.
 *
 * @param visitors partitions of the visitors, which are the shards
 * @param sites partitions of the sites
 */
record RepartitionTopics(Partitions visitors, Partitions sites) {
  /** Reads the numbers from Kafka, or chooses them before the first start. */
  static RepartitionTopics read(String applicationId, Properties client)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      return new RepartitionTopics(
          partitions(admin, applicationId, "by-visitor"),
          partitions(admin, applicationId, "by-site"));
    }
  }

  private static Partitions partitions(Admin admin, String applicationId, String name)
      throws ExecutionException, InterruptedException {
    try {
      return new Partitions(count(admin, applicationId + "-" + name + "-repartition"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return new Partitions(count(admin, Topics.PAGE_VIEWS.name()));
      }
      throw e;
    }
  }

  private static int count(Admin admin, String topic)
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
