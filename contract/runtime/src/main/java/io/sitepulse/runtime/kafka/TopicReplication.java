package io.sitepulse.runtime.kafka;

import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the replicas of existing topics.
 *
 * <pre>
 * too few replicas ── reassignment ──▶ replicas copy ── all in sync ──▶ min.insync.replicas raised
 * </pre>
 *
 * Several processes may do so at the same time, because they choose the same brokers. Nothing is
 * ever lowered.
 *
 * @param topics names of the topics
 * @param replicas wanted number of replicas
 */
record TopicReplication(List<String> topics, int replicas) {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReplication.class);
  private static final int ENOUGH = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int ROUNDS_BETWEEN_WARNINGS = 30;

  /**
   * The number of replicas by a setting.
   *
   * @param setting a number, or {@link KafkaConfig#BY_BROKERS} for one of each broker and at most 3
   */
  static int replicas(Admin admin, int setting) throws ExecutionException, InterruptedException {
    return setting == KafkaConfig.BY_BROKERS
        ? Math.min(ENOUGH, admin.describeCluster().nodes().get().size())
        : setting;
  }

  /** The number of replicas that must have a record before it is acknowledged. */
  static int inSync(int replicas) {
    return Math.max(1, replicas - 1);
  }

  /**
   * Raises the replicas. Does not wait until the new ones are in sync. A thread of its own
   * continues in this case.
   */
  void raise(Admin admin, Properties client) throws InterruptedException {
    if (!isRaised(admin)) {
      LOG.atWarn().addKeyValue(LogKeys.VALUE, replicas).log("topics lack replicas in sync");
      var thread = new Thread(() -> continueRaising(client), "topic-replication");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void continueRaising(Properties client) {
    try (Admin admin = Admin.create(client)) {
      int rounds = 0;
      do {
        Thread.sleep(PAUSE.toMillis());
        rounds++;
        if (rounds % ROUNDS_BETWEEN_WARNINGS == 0) {
          LOG.atWarn().addKeyValue(LogKeys.VALUE, replicas).log("topics lack replicas in sync");
        }
      } while (!isRaised(admin));
      LOG.atInfo().addKeyValue(LogKeys.VALUE, replicas).log("topics have all replicas in sync");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does the next step. Returns true if none is left, or this process has no right to do it. */
  private boolean isRaised(Admin admin) throws InterruptedException {
    try {
      Collection<TopicDescription> found =
          admin.describeTopics(topics).allTopicNames().get().values();
      startReassignments(admin, found);
      boolean inSync =
          found.stream()
              .flatMap(topic -> topic.partitions().stream())
              .allMatch(partition -> partition.isr().size() >= replicas);
      if (inSync) {
        raiseInSync(admin);
      }
      return inSync;
    } catch (ExecutionException e) {
      LOG.atWarn()
          .addKeyValue(LogKeys.ERROR, String.valueOf(e.getCause()))
          .log("cannot raise replicas of topics");
      return e.getCause() instanceof AuthorizationException;
    }
  }

  private void startReassignments(Admin admin, Collection<TopicDescription> found)
      throws ExecutionException, InterruptedException {
    List<Integer> brokers =
        admin.describeCluster().nodes().get().stream().map(Node::id).sorted().toList();
    var targets = new HashMap<TopicPartition, Optional<NewPartitionReassignment>>();
    for (TopicDescription topic : found) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        if (partition.replicas().size() < Math.min(replicas, brokers.size())) {
          targets.put(
              new TopicPartition(topic.name(), partition.partition()),
              Optional.of(new NewPartitionReassignment(target(partition, brokers))));
        }
      }
    }
    if (!targets.isEmpty()) {
      admin.alterPartitionReassignments(targets).all().get();
      LOG.atWarn()
          .addKeyValue(LogKeys.PARTITIONS, targets.size())
          .addKeyValue(LogKeys.VALUE, replicas)
          .log("partitions have too few replicas, reassignment started");
    }
  }

  /** The present replicas and further brokers, which differ from partition to partition. */
  private List<Integer> target(TopicPartitionInfo partition, List<Integer> brokers) {
    var target = new ArrayList<>(partition.replicas().stream().map(Node::id).toList());
    for (int i = 0; i < brokers.size() && target.size() < replicas; i++) {
      Integer broker = brokers.get((partition.partition() + i) % brokers.size());
      if (!target.contains(broker)) {
        target.add(broker);
      }
    }
    return target;
  }

  private void raiseInSync(Admin admin) throws ExecutionException, InterruptedException {
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    for (var config : admin.describeConfigs(resources).all().get().entrySet()) {
      String before = config.getValue().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value();
      if (Integer.parseInt(before) < inSync(replicas)) {
        var entry =
            new ConfigEntry(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(inSync(replicas)));
        admin
            .incrementalAlterConfigs(
                Map.of(
                    config.getKey(), List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
            .all()
            .get();
        LOG.atInfo()
            .addKeyValue(LogKeys.TOPIC, config.getKey().name())
            .addKeyValue(LogKeys.SETTING, entry.name())
            .addKeyValue(LogKeys.OLD, before)
            .addKeyValue(LogKeys.VALUE, entry.value())
            .log("topic setting altered");
      }
    }
  }
}
