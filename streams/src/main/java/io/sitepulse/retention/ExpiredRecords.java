package io.sitepulse.retention;

import io.sitepulse.runtime.kafka.ControllerTime;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the records of one topic that are older than they are kept. The age is that by the clock
 * of this machine or of Kafka's controller, whichever is behind, so neither can delete too much by
 * being ahead. A record that a group has still to read stays, whatever its age.
 */
final class ExpiredRecords {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiredRecords.class);

  private final Admin admin;

  ExpiredRecords(Admin admin) {
    this.admin = admin;
  }

  /**
   * Returns what both clocks have passed.
   *
   * @param here the clock of this machine. It counts alone if Kafka does not tell its time
   */
  Instant now(Instant here) throws ExecutionException, InterruptedException {
    try {
      Optional<Instant> there = ControllerTime.ask(admin).map(ControllerTime::now);
      return there.filter(time -> time.isBefore(here)).orElse(here);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ClusterAuthorizationException
          || e.getCause() instanceof UnsupportedVersionException) {
        return here;
      }
      throw e;
    }
  }

  /**
   * Deletes what has expired at a time. A topic that is not there has nothing.
   *
   * @throws ExecutionException if the broker refuses or does not answer. What is left is deleted by
   *     the next call
   */
  void delete(Expiry expiry, Instant now) throws ExecutionException, InterruptedException {
    Optional<Set<TopicPartition>> partitions = partitions(expiry.topic());
    if (partitions.isEmpty() || !isOurs(expiry)) {
      return;
    }
    Map<TopicPartition, Long> ends = expired(expiry, partitions.get(), now);
    for (String group : expiry.readers()) {
      Map<TopicPartition, Long> read = committed(group);
      ends.replaceAll((partition, end) -> Math.min(end, read.getOrDefault(partition, 0L)));
    }
    Map<TopicPartition, ListOffsetsResultInfo> begins =
        offsets(ends.keySet(), any -> OffsetSpec.earliest());
    ends.entrySet().removeIf(end -> end.getValue() <= at(begins, end.getKey()).offset());
    if (!ends.isEmpty()) {
      var toDelete = new HashMap<TopicPartition, RecordsToDelete>();
      ends.forEach((partition, end) -> toDelete.put(partition, RecordsToDelete.beforeOffset(end)));
      admin.deleteRecords(toDelete).all().get();
      LOG.atInfo()
          .addKeyValue(LogKeys.TOPIC, expiry.topic())
          .addKeyValue(LogKeys.PARTITIONS, ends.size())
          .log("expired records deleted");
    }
  }

  private Optional<Set<TopicPartition>> partitions(String topic)
      throws ExecutionException, InterruptedException {
    try {
      var descriptions = admin.describeTopics(List.of(topic)).allTopicNames().get().values();
      return Optional.of(
          descriptions.stream()
              .flatMap(description -> description.partitions().stream())
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .collect(Collectors.toSet()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Returns whether streams deletes from the topic. Takes it over from an earlier release. */
  private boolean isOurs(Expiry expiry) throws ExecutionException, InterruptedException {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, expiry.topic());
    Config config = admin.describeConfigs(List.of(topic)).all().get().values().iterator().next();
    Duration present = Duration.ofMillis(Long.parseLong(config.get(Topic.RETENTION).value()));
    if (expiry.isOfEarlier(present)) {
      alter(topic, present, expiry.byBroker());
      return true;
    }
    return expiry.isOurs(present);
  }

  private void alter(ConfigResource topic, Duration before, Duration after)
      throws ExecutionException, InterruptedException {
    var setting = new ConfigEntry(Topic.RETENTION, Long.toString(after.toMillis()));
    var alteration = new AlterConfigOp(setting, AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(topic, List.of(alteration))).all().get();
    LOG.atInfo()
        .addKeyValue(LogKeys.TOPIC, topic.name())
        .addKeyValue(LogKeys.SETTING, Topic.RETENTION)
        .addKeyValue(LogKeys.OLD, before)
        .addKeyValue(LogKeys.VALUE, after)
        .log("topic setting altered");
  }

  /** The offset after the last expired record of each partition, if every earlier one has too. */
  private Map<TopicPartition, Long> expired(
      Expiry expiry, Set<TopicPartition> partitions, Instant now)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Instant> since =
        expiry.byNewest()
            ? beforeNewest(partitions, now)
            : partitions.stream().collect(Collectors.toMap(Function.identity(), any -> now));
    Map<TopicPartition, ListOffsetsResultInfo> valid =
        offsets(
            since.keySet(),
            partition -> since(Objects.requireNonNull(since.get(partition)), expiry.kept()));
    Map<TopicPartition, ListOffsetsResultInfo> all =
        offsets(since.keySet(), any -> OffsetSpec.latest());
    var ends = new HashMap<TopicPartition, Long>();
    valid.forEach(
        (partition, first) ->
            ends.put(partition, first.offset() < 0 ? at(all, partition).offset() : first.offset()));
    return ends;
  }

  private static OffsetSpec since(Instant now, Duration kept) {
    return OffsetSpec.forTimestamp(Math.max(0, now.minus(kept).toEpochMilli()));
  }

  private Map<TopicPartition, Instant> beforeNewest(Set<TopicPartition> partitions, Instant now)
      throws ExecutionException, InterruptedException {
    var times = new HashMap<TopicPartition, Instant>();
    offsets(partitions, any -> OffsetSpec.maxTimestamp())
        .forEach(
            (partition, newest) -> {
              if (newest.offset() >= 0) {
                var time = Instant.ofEpochMilli(newest.timestamp());
                times.put(partition, time.isBefore(now) ? time : now);
              }
            });
    return times;
  }

  /** What a group has read of each partition. Nothing if it has never read. */
  private Map<TopicPartition, Long> committed(String group)
      throws ExecutionException, InterruptedException {
    var offsets = new HashMap<TopicPartition, Long>();
    try {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach(
              (partition, read) -> {
                if (read != null) {
                  offsets.put(partition, read.offset());
                }
              });
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
    return offsets;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Set<TopicPartition> partitions, Function<TopicPartition, OffsetSpec> spec)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), spec)))
        .all()
        .get();
  }

  private static ListOffsetsResultInfo at(
      Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }
}
