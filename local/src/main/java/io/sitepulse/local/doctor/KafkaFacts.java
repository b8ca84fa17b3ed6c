package io.sitepulse.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What Kafka tells of itself.
 *
 * @param brokers number of brokers that are up
 * @param topics topics of sitepulse, and Kafka's own
 * @param settings settings of one broker
 * @param disks disks of the brokers
 */
record KafkaFacts(
    int brokers, List<TopicFacts> topics, Map<String, String> settings, List<Disk> disks) {
  static final String OFFSETS_RETENTION = "offsets.retention.minutes";
  static final String FLUSH_CHECK = "log.flush.scheduler.interval.ms";
  private static final long ENOUGH_MINUTES = 60L * 24 * 90;
  private static final long OFTEN_MS = 1000;
  private static final int ENOUGH_REPLICAS = 3;

  /**
   * A topic.
   *
   * @param leaderless partitions without a leader
   * @param replicas smallest number of replicas of a partition
   * @param behind partitions with a replica that is not in sync
   */
  record TopicFacts(String name, int leaderless, int replicas, int behind) {}

  /**
   * Judges the facts.
   *
   * @param wanted names of the topics that must exist
   * @param replication {@code sitepulse.kafka.replication}, 0 if the brokers determine it
   */
  List<Finding> judge(Set<String> wanted, int replication) {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.ok("kafka", brokers + (brokers == 1 ? " broker" : " brokers")));
    findings.add(missing(wanted));
    findings.add(leaders());
    findings.addAll(replicas(replication == 0 ? Math.min(ENOUGH_REPLICAS, brokers) : replication));
    findings.add(offsets());
    if (brokers == 1) {
      findings.add(flush());
    }
    disks.forEach(disk -> findings.add(disk.judge()));
    return findings;
  }

  private Finding missing(Set<String> wanted) {
    var missing = new TreeSet<>(wanted);
    topics.forEach(topic -> missing.remove(topic.name()));
    return missing.isEmpty()
        ? Finding.ok("kafka topics", wanted.size() + " exist")
        : Finding.fault(
            "kafka topics",
            "missing: " + String.join(", ", missing),
            "start ingest, streams and dashboard-api, which create them, and check their rights");
  }

  private Finding leaders() {
    String without = names(topics.stream().filter(topic -> topic.leaderless() > 0).toList());
    return without.isEmpty()
        ? Finding.ok("kafka leaders", "each partition has one")
        : Finding.fault(
            "kafka leaders",
            "partitions without a leader in " + without,
            "start the brokers that are away");
  }

  private List<Finding> replicas(int wanted) {
    List<TopicFacts> few = topics.stream().filter(topic -> topic.replicas() < wanted).toList();
    List<TopicFacts> behind = topics.stream().filter(topic -> topic.behind() > 0).toList();
    var findings = new ArrayList<Finding>();
    if (!few.isEmpty()) {
      findings.add(
          Finding.warning(
              "kafka replicas",
              "fewer than " + wanted + " of " + names(few),
              "restart streams with all brokers up, internal topics by"
                  + " kafka-reassign-partitions.sh (docs/operate.md, Replication)"));
    }
    if (!behind.isEmpty()) {
      findings.add(
          Finding.warning(
              "kafka replicas",
              "not all are in sync of " + names(behind),
              "start the brokers that are away, and wait"));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok("kafka replicas", wanted + " of each topic, in sync"));
    }
    return findings;
  }

  private Finding offsets() {
    long minutes = number(OFFSETS_RETENTION);
    String text = "kept for " + minutes / 60 / 24 + " days without a reader";
    return minutes >= ENOUGH_MINUTES
        ? Finding.ok("kafka offsets", text)
        : Finding.warning(
            "kafka offsets",
            text + ", then streams refuses to start",
            "set " + OFFSETS_RETENTION + "=2628000 on the brokers");
  }

  private Finding flush() {
    long millis = number(FLUSH_CHECK);
    return millis <= OFTEN_MS
        ? Finding.ok("kafka flush", "one broker, on the disk within " + millis + " ms")
        : Finding.warning(
            "kafka flush",
            "with one broker a power cut loses acknowledged events",
            "set " + FLUSH_CHECK + "=100 on the broker (docs/operate.md)");
  }

  private long number(String setting) {
    return Long.parseLong(settings.getOrDefault(setting, "0"));
  }

  private static String names(List<TopicFacts> topics) {
    return topics.stream().map(TopicFacts::name).sorted().collect(Collectors.joining(", "));
  }
}
