package io.sitepulse.local.backup;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Creates the topics of a backup with their records and sets the committed offsets. */
final class KafkaLoad {
  private static final Duration LEADERS_WITHIN = Duration.ofMinutes(1);
  private static final long RETRY_MS = 50;

  private final Storage storage;
  private final ArchiveReader archive;
  private final @Nullable SecretBox secrets;
  private final List<Manifest.TopicCopy> topics;

  /**
   * Prepares the load.
   *
   * @param secrets decrypts the accounts, or null to leave them out
   */
  KafkaLoad(Storage storage, ArchiveReader archive, @Nullable SecretBox secrets) {
    this.storage = storage;
    this.archive = archive;
    this.secrets = secrets;
    this.topics =
        archive.manifest().kafka().topics().stream()
            .filter(topic -> secrets != null || !topic.name().equals(Topics.ACCOUNTS.name()))
            .toList();
  }

  void run() throws IOException, ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(storage.kafka().client())) {
      create(admin);
      try (var producer = RecordSender.producer(storage.kafka())) {
        for (Manifest.TopicCopy topic : topics) {
          for (Manifest.PartitionCopy partition : topic.partitions()) {
            var at = new TopicPartition(topic.name(), partition.partition());
            new RecordSender(producer).skipTo(admin, at, partition.first());
            send(producer, topic.name(), partition);
          }
        }
      }
      checkEnds(admin);
      commit(admin);
    }
  }

  private void create(Admin admin) throws ExecutionException, InterruptedException {
    short replicas = (short) TopicSetup.replicas(admin, storage.kafka());
    List<NewTopic> missing =
        topics.stream()
            .map(
                topic ->
                    new NewTopic(
                            topic.name(),
                            Optional.of(topic.partitions().size()),
                            Optional.of(replicas))
                        .configs(settings(topic)))
            .toList();
    admin.createTopics(missing).all().get();
    long deadline = System.nanoTime() + LEADERS_WITHIN.toNanos();
    while (!allHaveLeaders(admin)) {
      if (System.nanoTime() > deadline) {
        throw new ExecutionException(
            new IllegalStateException("partitions of new topics have no leader"));
      }
      Thread.sleep(RETRY_MS);
    }
  }

  /**
   * Records are kept for as long after the restore as they would have been after the backup. Where
   * streams deletes, it waits until they were read, and knows the topic by the broker's setting.
   */
  private Map<String, String> settings(Manifest.TopicCopy topic) {
    var settings = new HashMap<>(topic.settings());
    long kept = Long.parseLong(settings.getOrDefault(Topic.RETENTION, "-1"));
    if (kept > 0 && !isDeletedByStreams(topic.name(), kept)) {
      Duration age = Duration.between(archive.manifest().made(), Instant.now());
      settings.put(Topic.RETENTION, Long.toString(kept + Math.max(0, age.toMillis())));
    }
    return settings;
  }

  private static boolean isDeletedByStreams(String name, long byBroker) {
    return Topics.ALL.stream()
        .filter(topic -> topic.name().equals(name) && topic.kept() != null)
        .anyMatch(topic -> Long.toString(byBroker).equals(topic.config().get(Topic.RETENTION)));
  }

  private boolean allHaveLeaders(Admin admin) throws ExecutionException, InterruptedException {
    List<String> names = topics.stream().map(Manifest.TopicCopy::name).toList();
    try {
      return admin.describeTopics(names).allTopicNames().get().values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return false; // The broker does not know the new topic yet.
      }
      throw e;
    }
  }

  private void send(
      KafkaProducer<byte[], byte[]> producer, String topic, Manifest.PartitionCopy partition)
      throws IOException, ExecutionException {
    var sending = new RecordSender(producer);
    try (InputStream entry = open(partition.entry())) {
      var in = new DataInputStream(entry);
      for (long i = 0; i < partition.records(); i++) {
        sending.send(RecordCodec.read(in, topic, partition.partition()));
      }
    }
    sending.await();
  }

  private InputStream open(String entry) throws IOException {
    return secrets != null && entry.startsWith(SecretEntries.FOLDER)
        ? new ByteArrayInputStream(SecretEntries.open(archive, secrets, entry))
        : new BufferedInputStream(archive.open(entry), 1 << 16);
  }

  private void checkEnds(Admin admin) throws IOException, ExecutionException, InterruptedException {
    Map<TopicPartition, Long> expected = new HashMap<>();
    for (Manifest.TopicCopy topic : topics) {
      for (Manifest.PartitionCopy partition : topic.partitions()) {
        expected.put(
            new TopicPartition(topic.name(), partition.partition()),
            partition.first() + partition.records());
      }
    }
    var wanted =
        expected.keySet().stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    for (var end : admin.listOffsets(wanted).all().get().entrySet()) {
      if (!Long.valueOf(end.getValue().offset()).equals(expected.get(end.getKey()))) {
        throw new BackupException(
            "the partition %s ends at %d and not at %d: does another process write to it?"
                .formatted(end.getKey(), end.getValue().offset(), expected.get(end.getKey())));
      }
    }
  }

  private void commit(Admin admin) throws ExecutionException, InterruptedException {
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = new HashMap<>();
    for (Manifest.GroupOffset offset : archive.manifest().kafka().offsets()) {
      groups
          .computeIfAbsent(offset.group(), group -> new HashMap<>())
          .put(
              new TopicPartition(offset.topic(), offset.partition()),
              new OffsetAndMetadata(offset.offset(), offset.metadata()));
    }
    for (var group : groups.entrySet()) {
      admin.alterConsumerGroupOffsets(group.getKey(), group.getValue()).all().get();
    }
  }
}
