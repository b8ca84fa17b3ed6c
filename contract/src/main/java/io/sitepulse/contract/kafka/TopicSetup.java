package io.sitepulse.contract.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing. Several processes may do so at once. */
public final class TopicSetup {
  private TopicSetup() {}

  /**
   * Creates what is missing of the catalogue; existing topics stay as they are.
   *
   * @param client connection settings as Kafka names them
   * @param partitions number of partitions of topics that may have several
   * @throws ExecutionException if the broker refuses
   */
  public static void createMissing(Properties client, int partitions)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing =
          Topics.ALL.stream()
              .filter(topic -> !there.contains(topic.name()))
              .map(topic -> newTopic(topic, partitions))
              .toList();
      for (var creation : admin.createTopics(missing).values().values()) {
        ignoreExisting(creation);
      }
    }
  }

  private static NewTopic newTopic(Topic<?> topic, int partitions) {
    int count = topic.single() ? 1 : partitions;
    return new NewTopic(topic.name(), Optional.of(count), Optional.empty())
        .configs(Map.copyOf(topic.config()));
  }

  private static void ignoreExisting(org.apache.kafka.common.KafkaFuture<Void> creation)
      throws ExecutionException, InterruptedException {
    try {
      creation.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
