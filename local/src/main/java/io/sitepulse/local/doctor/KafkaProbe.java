package io.sitepulse.local.doctor;

import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/** Asks Kafka. */
final class KafkaProbe {
  private static final int TIMEOUT_MS = 10_000;
  private static final Set<String> INTERNAL = Set.of("__consumer_offsets", "__transaction_state");

  private KafkaProbe() {}

  static List<Finding> findings(KafkaConfig config) throws InterruptedException {
    Set<String> wanted = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
    try {
      return ask(config).judge(wanted, config.replication());
    } catch (ExecutionException e) {
      return List.of(away(config, e.getCause() == null ? e : e.getCause()));
    } catch (KafkaException e) {
      return List.of(away(config, e));
    }
  }

  private static Finding away(KafkaConfig config, Throwable cause) {
    return Finding.fault(
        "kafka",
        config.bootstrap() + " cannot be asked: " + firstLine(cause),
        "start the brokers, check sitepulse.kafka.bootstrap, .client-properties and rights");
  }

  static String firstLine(Throwable cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse("");
  }

  private static KafkaFacts ask(KafkaConfig config)
      throws ExecutionException, InterruptedException {
    var client = new Properties();
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
    client.putAll(config.client());
    try (Admin admin = Admin.create(client)) {
      List<Integer> brokers =
          admin.describeCluster().nodes().get().stream().map(Node::id).sorted().toList();
      return new KafkaFacts(
          brokers.size(), topics(admin), settings(admin, brokers.get(0)), disks(admin, brokers));
    }
  }

  private static List<KafkaFacts.TopicFacts> topics(Admin admin)
      throws ExecutionException, InterruptedException {
    var options = new ListTopicsOptions().listInternal(true);
    List<String> names =
        admin.listTopics(options).names().get().stream()
            .filter(name -> name.startsWith("sitepulse") || INTERNAL.contains(name))
            .toList();
    return admin.describeTopics(names).allTopicNames().get().values().stream()
        .map(KafkaProbe::facts)
        .toList();
  }

  private static KafkaFacts.TopicFacts facts(TopicDescription topic) {
    List<TopicPartitionInfo> partitions = topic.partitions();
    long leaderless =
        partitions.stream().filter(p -> p.leader() == null || p.leader().isEmpty()).count();
    long behind = partitions.stream().filter(p -> p.isr().size() < p.replicas().size()).count();
    int replicas = partitions.stream().mapToInt(p -> p.replicas().size()).min().orElse(0);
    return new KafkaFacts.TopicFacts(topic.name(), (int) leaderless, replicas, (int) behind);
  }

  private static Map<String, String> settings(Admin admin, int broker)
      throws ExecutionException, InterruptedException {
    var resource = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
    return admin.describeConfigs(List.of(resource)).all().get().values().stream()
        .flatMap(config -> config.entries().stream())
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  private static List<Disk> disks(Admin admin, List<Integer> brokers)
      throws ExecutionException, InterruptedException {
    var disks = new ArrayList<Disk>();
    var answers = admin.describeLogDirs(brokers).allDescriptions().get();
    answers.forEach(
        (broker, folders) ->
            folders.forEach(
                (folder, described) -> {
                  if (described.totalBytes().isPresent()) {
                    disks.add(
                        new Disk(
                            "kafka disk " + folder + " of broker " + broker,
                            described.usableBytes().orElse(0),
                            described.totalBytes().getAsLong()));
                  }
                }));
    return disks;
  }
}
