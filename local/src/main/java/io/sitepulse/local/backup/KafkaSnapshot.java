package io.sitepulse.local.backup;

import io.sitepulse.runtime.kafka.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * The topics of an installation at one moment at which no process counts: their settings, the first
 * and last offset to copy, and the committed offsets of streams and the sink.
 */
final class KafkaSnapshot {
  private static final Duration TRANSACTIONS_WITHIN = Duration.ofMinutes(2);
  private static final long RETRY_MS = 200;

  /** Settings that belong to the brokers of the installation. Each start sets what is needed. */
  private static final Set<String> OF_BROKERS =
      Set.of(
          "min.insync.replicas",
          "leader.replication.throttled.replicas",
          "follower.replication.throttled.replicas");

  private final Storage storage;
  private final Map<String, TopicDescription> topics;
  private final Map<String, Map<String, String>> settings;
  private final Map<String, Map<TopicPartition, OffsetAndMetadata>> committed;
  private Map<TopicPartition, Long> begins = Map.of();
  private Map<TopicPartition, Long> ends = Map.of();

  private KafkaSnapshot(
      Storage storage,
      Map<String, TopicDescription> topics,
      Map<String, Map<String, String>> settings,
      Map<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
    this.storage = storage;
    this.topics = topics;
    this.settings = settings;
    this.committed = committed;
  }

  /**
   * Reads all of it, without the topic of salts.
   *
   * @throws BackupException if a transaction stays open
   */
  static KafkaSnapshot take(Admin admin, Storage storage, boolean withAccounts)
      throws IOException, ExecutionException, InterruptedException {
    Map<String, TopicDescription> topics = topics(admin, storage, withAccounts);
    var snapshot =
        new KafkaSnapshot(
            storage, topics, settings(admin, topics.keySet()), committed(admin, storage));
    snapshot.setRange(admin);
    return snapshot;
  }

  /** Names of the topics, sorted. */
  Collection<String> topics() {
    return topics.keySet();
  }

  /** The settings of a topic that differ from the defaults of the broker. */
  Map<String, String> settings(String topic) {
    return settings.getOrDefault(topic, Map.of());
  }

  /** The partitions of a topic. */
  List<TopicPartition> partitions(String topic) {
    TopicDescription description = topics.get(topic);
    return description == null ? List.of() : partitions(description);
  }

  /** The first offset of a partition that is still there. */
  long begin(TopicPartition partition) {
    return begins.getOrDefault(partition, 0L);
  }

  /** The offset after the last record to copy. */
  long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  /** The groups with a committed offset in a partition. */
  List<String> readers(TopicPartition partition) {
    return committed.entrySet().stream()
        .filter(group -> group.getValue().containsKey(partition))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The committed offset of a group in a partition, 0 if there is none. */
  OffsetAndMetadata offset(String group, TopicPartition partition) {
    return committed
        .getOrDefault(group, Map.of())
        .getOrDefault(partition, new OffsetAndMetadata(0));
  }

  /** Tells if a group has committed since, and so something counts. */
  boolean hasProgressed(Admin admin) throws ExecutionException, InterruptedException {
    return !committed.equals(committed(admin, storage));
  }

  /**
   * The topics of the catalogue and the internal ones of streams, without what links days, by name.
   */
  private static Map<String, TopicDescription> topics(
      Admin admin, Storage storage, boolean withAccounts)
      throws ExecutionException, InterruptedException {
    Set<String> catalogue =
        Topics.ALL.stream().map(topic -> topic.name()).collect(Collectors.toSet());
    catalogue.remove(Topics.VISITOR_SALTS.name());
    catalogue.remove(Topics.VISITOR_DEPARTURES.name());
    if (!withAccounts) {
      catalogue.remove(Topics.ACCOUNTS.name());
    }
    List<String> names =
        admin.listTopics().names().get().stream()
            .filter(name -> catalogue.contains(name) || name.startsWith(storage.counting() + "-"))
            .toList();
    return new TreeMap<>(admin.describeTopics(names).allTopicNames().get());
  }

  private static Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(
      Admin admin, Storage storage) throws ExecutionException, InterruptedException {
    Map<String, Map<TopicPartition, OffsetAndMetadata>> all = new HashMap<>();
    for (String group : Set.of(storage.counting(), storage.sink())) {
      try {
        var found =
            admin
                .listConsumerGroupOffsets(
                    Map.of(group, new ListConsumerGroupOffsetsSpec()),
                    new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata(group)
                .get();
        found.values().removeIf(offset -> offset == null);
        all.put(group, found);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof GroupIdNotFoundException)) {
          throw e;
        }
        all.put(group, Map.of());
      }
    }
    return all;
  }

  /**
   * Fixes the end of each partition. Events and votes come first, so that the definitions they need
   * are in the copy. It then waits until no transaction is open before the ends.
   */
  private void setRange(Admin admin) throws IOException, ExecutionException, InterruptedException {
    List<TopicPartition> all =
        topics.values().stream().flatMap(topic -> partitions(topic).stream()).toList();
    List<TopicPartition> events =
        all.stream()
            .filter(partition -> KafkaDump.WITH_OFFSETS.contains(partition.topic()))
            .toList();
    begins = list(admin, all, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    ends = list(admin, events, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    list(admin, all, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED)
        .forEach(ends::putIfAbsent);
    long deadline = System.nanoTime() + TRANSACTIONS_WITHIN.toNanos();
    while (!list(admin, all, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED).entrySet().stream()
        .allMatch(stable -> stable.getValue() >= end(stable.getKey()))) {
      if (System.nanoTime() > deadline) {
        throw new BackupException("a transaction of Kafka stays open: is streams stopped?");
      }
      Thread.sleep(RETRY_MS);
    }
  }

  private static Map<TopicPartition, Long> list(
      Admin admin, List<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    var wanted =
        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(wanted, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  private static Map<String, Map<String, String>> settings(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Map<String, String>> settings = new HashMap<>();
    admin
        .describeConfigs(resources)
        .all()
        .get()
        .forEach(
            (topic, config) ->
                settings.put(
                    topic.name(),
                    config.entries().stream()
                        .filter(
                            entry ->
                                entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                        .filter(entry -> !OF_BROKERS.contains(entry.name()))
                        .collect(
                            Collectors.toMap(
                                ConfigEntry::name,
                                ConfigEntry::value,
                                (a, b) -> b,
                                TreeMap::new))));
    return settings;
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return IntStream.range(0, topic.partitions().size())
        .mapToObj(number -> new TopicPartition(topic.name(), number))
        .toList();
  }
}
