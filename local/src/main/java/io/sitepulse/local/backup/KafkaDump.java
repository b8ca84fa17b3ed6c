package io.sitepulse.local.backup;

import io.sitepulse.runtime.kafka.Topics;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Copies topics and committed offsets while no process counts. Collectors and dashboards may go on:
 * a record that they write after the copy began is not in it.
 *
 * <p>Events, votes and rejected events that streams and the sink have finished are in ClickHouse
 * and in the state of streams. Of these topics only what is left is copied.
 */
final class KafkaDump {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration TRANSACTIONS_WITHIN = Duration.ofMinutes(2);
  private static final long RETRY_MS = 200;

  /**
   * Topics whose offsets are in the keys of ClickHouse tables. Their records keep their offsets, so
   * that the sink may write them again, and later ones have larger offsets.
   */
  private static final Set<String> WITH_OFFSETS =
      Set.of(Topics.PAGE_VIEWS.name(), Topics.POLL_VOTES.name());

  /** Settings that belong to the brokers of the installation. Each start sets what is needed. */
  private static final Set<String> OF_BROKERS =
      Set.of(
          "min.insync.replicas",
          "leader.replication.throttled.replicas",
          "follower.replication.throttled.replicas");

  private final Properties client;
  private final Storage storage;
  private final ArchiveWriter archive;
  private final @Nullable SecretBox secrets;
  private final List<Manifest.GroupOffset> offsets = new ArrayList<>();
  private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = Map.of();
  private Map<TopicPartition, Long> begins = Map.of();
  private Map<TopicPartition, Long> ends = Map.of();

  /**
   * Prepares the copy.
   *
   * @param secrets encrypts the accounts, or null to leave them out
   */
  KafkaDump(Storage storage, ArchiveWriter archive, @Nullable SecretBox secrets) {
    this.client = storage.kafka().client();
    this.storage = storage;
    this.archive = archive;
    this.secrets = secrets;
  }

  Manifest.KafkaPart write() throws IOException, ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client);
        var consumer =
            new KafkaConsumer<>(
                consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Map<String, TopicDescription> topics = topics(admin);
      committed = committed(admin);
      setRange(admin, topics.values());
      Map<String, Map<String, String>> settings = settings(admin, topics.keySet());
      List<Manifest.TopicCopy> copies = new ArrayList<>();
      for (TopicDescription topic : topics.values()) {
        List<Manifest.PartitionCopy> partitions = new ArrayList<>();
        for (TopicPartition partition : partitions(topic)) {
          partitions.add(copy(consumer, partition));
        }
        copies.add(
            new Manifest.TopicCopy(
                topic.name(), settings.getOrDefault(topic.name(), Map.of()), partitions));
      }
      if (!committed.equals(committed(admin))) {
        throw new BackupException("streams was started during the backup: stop it and try again");
      }
      return new Manifest.KafkaPart(copies, List.copyOf(offsets));
    }
  }

  private Properties consumer() {
    var properties = new Properties();
    properties.putAll(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    // At the end of a partition the broker would hold back the answer, and with it the next one.
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "5");
    return properties;
  }

  /** The topics of the catalogue and the internal ones of streams, without salts, by name. */
  private Map<String, TopicDescription> topics(Admin admin)
      throws ExecutionException, InterruptedException {
    Set<String> catalogue =
        Topics.ALL.stream().map(topic -> topic.name()).collect(Collectors.toSet());
    catalogue.remove(Topics.VISITOR_SALTS.name());
    if (secrets == null) {
      catalogue.remove(Topics.ACCOUNTS.name());
    }
    List<String> names =
        admin.listTopics().names().get().stream()
            .filter(name -> catalogue.contains(name) || name.startsWith(storage.counting() + "-"))
            .toList();
    return new TreeMap<>(admin.describeTopics(names).allTopicNames().get());
  }

  private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Admin admin)
      throws ExecutionException, InterruptedException {
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
  private void setRange(Admin admin, Collection<TopicDescription> topics)
      throws IOException, ExecutionException, InterruptedException {
    List<TopicPartition> all =
        topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
    List<TopicPartition> events =
        all.stream().filter(partition -> WITH_OFFSETS.contains(partition.topic())).toList();
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

  private Manifest.PartitionCopy copy(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) throws IOException {
    String entry = "kafka/" + partition.topic() + "/" + partition.partition();
    var copy = new Range(partition, from(partition), end(partition));
    if (secrets != null && partition.topic().equals(Topics.ACCOUNTS.name())) {
      entry = SecretEntries.FOLDER + entry;
      var plain = new ByteArrayOutputStream();
      copy.write(consumer, plain);
      byte[] sealed = secrets.seal(entry, plain.toByteArray());
      archive.add(entry, out -> out.write(sealed));
    } else {
      archive.add(entry, out -> copy.write(consumer, out));
    }
    long first = copy.first();
    copy.before.forEach(
        (group, records) ->
            offsets.add(
                new Manifest.GroupOffset(
                    group,
                    partition.topic(),
                    partition.partition(),
                    first + records,
                    offset(group, partition).metadata())));
    return new Manifest.PartitionCopy(partition.partition(), first, copy.records, entry);
  }

  /** The first offset to copy. */
  private long from(TopicPartition partition) {
    long begin = begins.getOrDefault(partition, 0L);
    List<String> readers =
        WITH_OFFSETS.contains(partition.topic())
            ? List.of(storage.counting(), storage.sink())
            : partition.topic().equals(Topics.REJECTED_EVENTS.name())
                ? List.of(storage.sink())
                : List.of();
    return readers.stream()
        .mapToLong(group -> isCommitted(group, partition) ? offset(group, partition).offset() : 0)
        .map(finished -> Math.max(begin, finished))
        .min()
        .orElse(begin);
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  private boolean isCommitted(String group, TopicPartition partition) {
    return committed.getOrDefault(group, Map.of()).containsKey(partition);
  }

  private OffsetAndMetadata offset(String group, TopicPartition partition) {
    return committed
        .getOrDefault(group, Map.of())
        .getOrDefault(partition, new OffsetAndMetadata(0));
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return IntStream.range(0, topic.partitions().size())
        .mapToObj(number -> new TopicPartition(topic.name(), number))
        .toList();
  }

  /** The copy of a part of a partition. */
  private final class Range {
    private final TopicPartition partition;
    private final long from;
    private final long end;

    /** Number of copied records before the committed offset of each group. */
    private final Map<String, Long> before = new TreeMap<>();

    private long records;

    Range(TopicPartition partition, long from, long end) {
      this.partition = partition;
      this.from = from;
      this.end = end;
      for (String group : committed.keySet()) {
        if (isCommitted(group, partition)) {
          before.put(group, 0L);
        }
      }
    }

    void write(KafkaConsumer<byte[], byte[]> consumer, OutputStream to) throws IOException {
      var out = new DataOutputStream(to);
      consumer.assign(List.of(partition));
      consumer.seek(partition, from);
      while (consumer.position(partition) < end) {
        for (var record : consumer.poll(POLL)) {
          if (record.offset() < end) {
            RecordCodec.write(out, record);
            records++;
            before.replaceAll(
                (group, count) ->
                    record.offset() < offset(group, partition).offset() ? count + 1 : count);
          }
        }
      }
      out.flush();
    }

    /** The offset of the first record after a restore. Without a gap records keep their offsets. */
    long first() {
      if (!WITH_OFFSETS.contains(partition.topic())) {
        return 0;
      }
      return end - from == records ? from : end;
    }
  }
}
