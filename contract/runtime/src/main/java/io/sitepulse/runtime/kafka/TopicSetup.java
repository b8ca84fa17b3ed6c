package io.sitepulse.runtime.kafka;

import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates missing topics and brings the settings of existing ones up to date. Several processes may
 * do so at the same time.
 */
public final class TopicSetup {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEADERS_WITHIN = Duration.ofSeconds(30);
  private static final long RETRY_MS = 50;

  /** Effective if the broker checks as often, see {@code log.flush.scheduler.interval.ms}. */
  private static final String FLUSH_MS = "100";

  private TopicSetup() {}

  /** Returns the number of replicas of a new topic, by the settings and the number of brokers. */
  public static int replicas(Admin admin, KafkaConfig kafka)
      throws ExecutionException, InterruptedException {
    return TopicReplication.replicas(admin, kafka.replication());
  }

  /**
   * Creates the missing topics of {@link Topics} and waits until every partition has a leader.
   * Without the wait, the first records of an idempotent producer may be refused as out of order by
   * a new leader until the delivery timeout. Of existing topics it alters the settings that differ,
   * see {@link TopicSettings}, and raises the replicas, see {@link TopicReplication}.
   *
   * @return number of replicas of a topic
   * @throws ExecutionException if the broker refuses, or partitions have no leader for 30 s
   */
  public static int createMissing(KafkaConfig kafka)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka.client())) {
      Set<String> there = admin.listTopics().names().get();
      int replicas = replicas(admin, kafka);
      List<NewTopic> missing =
          Topics.ALL.stream()
              .filter(topic -> !there.contains(topic.name()))
              .map(topic -> newTopic(topic, kafka.partitions(), replicas))
              .toList();
      for (var creation : admin.createTopics(missing).values().values()) {
        ignoreExisting(creation);
      }
      awaitLeaders(admin);
      TopicSettings.update(admin, Topics.ALL, topic -> settings(topic, replicas));
      new TopicReplication(Topics.ALL.stream().map(Topic::name).toList(), replicas)
          .raise(admin, kafka.client());
      return replicas;
    }
  }

  /**
   * Creates the missing topics as soon as Kafka responds. Blocks without a time limit.
   *
   * @param stopped checked after each failed attempt. Returns without topics if true.
   */
  public static void createOnceKafkaAnswers(KafkaConfig kafka, BooleanSupplier stopped)
      throws InterruptedException {
    do {
      try {
        createMissing(kafka);
        return;
      } catch (ExecutionException e) {
        LOG.atWarn().addKeyValue(LogKeys.ERROR, e.getMessage()).log("waiting for topics");
        Thread.sleep(PAUSE.toMillis());
      }
    } while (!stopped.getAsBoolean());
  }

  private static void awaitLeaders(Admin admin) throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + LEADERS_WITHIN.toNanos();
    while (!allHaveLeaders(admin)) {
      if (System.nanoTime() > deadline) {
        throw new ExecutionException(new LeaderNotAvailableException("partitions have no leader"));
      }
      Thread.sleep(RETRY_MS);
    }
  }

  private static boolean allHaveLeaders(Admin admin)
      throws ExecutionException, InterruptedException {
    try {
      return admin
          .describeTopics(Topics.ALL.stream().map(Topic::name).toList())
          .allTopicNames()
          .get()
          .values()
          .stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return false; // The broker does not know the new topic yet.
      }
      throw e;
    }
  }

  private static NewTopic newTopic(Topic<?> topic, int partitions, int replicas) {
    var settings = new HashMap<>(settings(topic, replicas));
    settings.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
        Integer.toString(TopicReplication.inSync(replicas)));
    int count = topic.single() ? 1 : partitions;
    return new NewTopic(topic.name(), Optional.of(count), Optional.of((short) replicas))
        .configs(settings);
  }

  /**
   * The settings of a topic. A record without a second replica is on the disk soon, where it cannot
   * be calculated again.
   */
  private static Map<String, String> settings(Topic<?> topic, int replicas) {
    var settings = new HashMap<>(topic.config());
    if (replicas == 1 && Topics.ORIGINALS.contains(topic)) {
      settings.put(TopicConfig.FLUSH_MS_CONFIG, FLUSH_MS);
    }
    return settings;
  }

  private static void ignoreExisting(KafkaFuture<Void> creation)
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
