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
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
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
  private static final int ANSWER_MS = 5_000;

  /** Effective if the broker checks as often, see {@code log.flush.scheduler.interval.ms}. */
  private static final String FLUSH_MS = "100";

  private TopicSetup() {}

  /** Returns the number of replicas of a new topic, by the settings and the number of brokers. */
  public static int replicas(Admin admin, KafkaConfig kafka)
      throws ExecutionException, InterruptedException {
    return TopicReplication.replicas(admin, kafka.replication());
  }

  /**
   * Creates the missing topics of {@link Topics} and waits until the leader of every partition
   * answers. Without the wait it may refuse the first batch of an idempotent producer and accept
   * the second one, after which the first is out of order until the delivery timeout. Of existing
   * topics it alters the settings that differ, see {@link TopicSettings}, and raises the replicas,
   * see {@link TopicReplication}.
   *
   * @return number of replicas of a topic
   * @throws ExecutionException if the broker refuses, or partitions have no leader that answers for
   *     30 s
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
    while (!allLeadersAnswer(admin)) {
      if (System.nanoTime() > deadline) {
        throw new ExecutionException(new LeaderNotAvailableException("partitions have no leader"));
      }
      Thread.sleep(RETRY_MS);
    }
  }

  /** A broker may name itself as a leader some time before it is ready to be one. */
  private static boolean allLeadersAnswer(Admin admin)
      throws ExecutionException, InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> ends =
          admin
              .describeTopics(Topics.ALL.stream().map(Topic::name).toList())
              .allTopicNames()
              .get()
              .values()
              .stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(part -> new TopicPartition(topic.name(), part.partition())))
              .collect(Collectors.toMap(partition -> partition, unused -> OffsetSpec.latest()));
      admin.listOffsets(ends, new ListOffsetsOptions().timeoutMs(ANSWER_MS)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return false; // The broker does not know the new topic yet, or is not its leader yet.
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
