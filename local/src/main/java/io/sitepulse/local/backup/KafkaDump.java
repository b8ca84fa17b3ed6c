package io.sitepulse.local.backup;

import io.sitepulse.runtime.kafka.Topics;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
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

  /**
   * Topics whose offsets are in the keys of ClickHouse tables. Their records keep their offsets, so
   * that the sink may write them again, and later ones have larger offsets.
   */
  static final Set<String> WITH_OFFSETS =
      Set.of(Topics.PAGE_VIEWS.name(), Topics.POLL_VOTES.name());

  private final Properties client;
  private final Storage storage;
  private final ArchiveWriter archive;
  private final @Nullable SecretBox secrets;
  private final List<Manifest.GroupOffset> offsets = new ArrayList<>();

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
      var snapshot = KafkaSnapshot.take(admin, storage, secrets != null);
      List<Manifest.TopicCopy> copies = new ArrayList<>();
      for (String topic : snapshot.topics()) {
        List<Manifest.PartitionCopy> partitions = new ArrayList<>();
        for (TopicPartition partition : snapshot.partitions(topic)) {
          partitions.add(copy(snapshot, consumer, partition));
        }
        copies.add(new Manifest.TopicCopy(topic, snapshot.settings(topic), partitions));
      }
      if (snapshot.hasProgressed(admin)) {
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

  private Manifest.PartitionCopy copy(
      KafkaSnapshot snapshot, KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition)
      throws IOException {
    String entry = "kafka/" + partition.topic() + "/" + partition.partition();
    var copy = new Range(snapshot, partition, from(snapshot, partition));
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
                    snapshot.offset(group, partition).metadata())));
    return new Manifest.PartitionCopy(partition.partition(), first, copy.records, entry);
  }

  /** The first offset to copy. */
  private long from(KafkaSnapshot snapshot, TopicPartition partition) {
    long begin = snapshot.begin(partition);
    List<String> readers =
        WITH_OFFSETS.contains(partition.topic())
            ? List.of(storage.counting(), storage.sink())
            : partition.topic().equals(Topics.REJECTED_EVENTS.name())
                ? List.of(storage.sink())
                : List.of();
    return readers.stream()
        .mapToLong(group -> snapshot.offset(group, partition).offset())
        .map(finished -> Math.max(begin, finished))
        .min()
        .orElse(begin);
  }

  /** The copy of a part of a partition. */
  private static final class Range {
    private final KafkaSnapshot snapshot;
    private final TopicPartition partition;
    private final long from;
    private final long end;

    /** Number of copied records before the committed offset of each group. */
    private final Map<String, Long> before = new TreeMap<>();

    private long records;

    Range(KafkaSnapshot snapshot, TopicPartition partition, long from) {
      this.snapshot = snapshot;
      this.partition = partition;
      this.from = from;
      this.end = snapshot.end(partition);
      snapshot.readers(partition).forEach(group -> before.put(group, 0L));
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
                    record.offset() < snapshot.offset(group, partition).offset()
                        ? count + 1
                        : count);
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
