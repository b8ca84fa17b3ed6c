package io.sitepulse.local.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of a backup.
 *
 * @param format version of the file format
 * @param program version of sitepulse that made the backup
 * @param made instant of the backup
 * @param encryption derivation of the key of the secrets, or null if the backup holds none
 * @param clickHouse tables
 * @param kafka topics and committed offsets
 * @param entries all other entries of the archive
 */
public record Manifest(
    int format,
    String program,
    Instant made,
    SecretBox.@Nullable KeyDerivation encryption,
    ClickHousePart clickHouse,
    KafkaPart kafka,
    List<Entry> entries) {
  /** Version of the format that this program writes, and the newest one that it reads. */
  static final int FORMAT = 1;

  /**
   * An entry of the archive.
   *
   * @param bytes length before compression
   * @param sha256 checksum in hexadecimal digits
   */
  public record Entry(String name, long bytes, String sha256) {}

  /**
   * The tables of the database.
   *
   * @param migrations names of the applied migrations
   */
  public record ClickHousePart(List<String> migrations, List<TableCopy> tables) {}

  /**
   * A table.
   *
   * @param definition its CREATE TABLE statement
   * @param columns columns in the order of the entries
   * @param rows number of rows as a query with FINAL counts them
   * @param entries entries in the format Native
   */
  public record TableCopy(
      String name, String definition, List<String> columns, long rows, List<String> entries) {}

  /** The topics, and the offsets of the consumer groups as they are after a restore. */
  public record KafkaPart(List<TopicCopy> topics, List<GroupOffset> offsets) {}

  /**
   * A topic.
   *
   * @param settings settings of this topic that differ from the defaults of the broker
   */
  public record TopicCopy(
      String name, Map<String, String> settings, List<PartitionCopy> partitions) {
    /** Number of records of all partitions. */
    public long records() {
      return partitions.stream().mapToLong(PartitionCopy::records).sum();
    }
  }

  /**
   * A partition.
   *
   * @param first offset that the first record has after a restore
   */
  public record PartitionCopy(int partition, long first, long records, String entry) {}

  /** A committed offset. Kafka Streams keeps its stream time in the metadata. */
  public record GroupOffset(
      String group, String topic, int partition, long offset, String metadata) {}
}
