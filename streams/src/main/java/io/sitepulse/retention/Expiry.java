package io.sitepulse.retention;

import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * When the records of a topic are deleted.
 *
 * @param topic its name
 * @param kept age at which a record is deleted
 * @param byBroker the broker's {@code retention.ms} for a topic from which streams deletes
 * @param readers consumer groups that must have read a record before
 * @param byNewest true if the age of a record is not that beside a clock, but at most that beside
 *     the newest record of its partition, as a window store reckons
 */
record Expiry(
    String topic, Duration kept, Duration byBroker, Set<String> readers, boolean byNewest) {

  /**
   * How long the changelog of a window store has a record that the store no longer needs. Its
   * records have the time of the event they came from. After a long stop it may be as old as {@code
   * page-views} keeps events.
   */
  private static final Duration AFTER_WINDOW = Duration.ofDays(7);

  /**
   * The rules of an installation.
   *
   * @param counting consumer group and application id of the counting
   * @param sink consumer group of the sink
   * @param windowStores names of the window stores that have a changelog, with the time for which
   *     they retain a window
   */
  static List<Expiry> of(String counting, String sink, Map<String, Duration> windowStores) {
    var all = new ArrayList<Expiry>();
    all.add(ofTopic(Topics.PAGE_VIEWS, Set.of(counting, sink)));
    all.add(ofTopic(Topics.POLL_VOTES, Set.of(counting, sink)));
    all.add(ofTopic(Topics.REJECTED_EVENTS, Set.of(sink)));
    // Collectors read it without a group. None uses a salt of this age.
    all.add(ofTopic(Topics.VISITOR_SALTS, Set.of()));
    windowStores.forEach(
        (store, retained) -> all.add(ofChangelog(counting + "-" + store + "-changelog", retained)));
    return List.copyOf(all);
  }

  /** Returns whether {@code retention.ms} is that of an earlier release, and too short now. */
  boolean isOfEarlier(Duration retention) {
    return byNewest
        ? !retention.isNegative() && retention.compareTo(byBroker) < 0
        : retention.equals(kept);
  }

  /**
   * Returns whether streams deletes. An operator may have another age for a topic, which is then
   * left to the broker. Changelogs belong to streams. After a restore theirs is longer.
   */
  boolean isOurs(Duration retention) {
    return byNewest || retention.equals(byBroker);
  }

  private static Expiry ofTopic(Topic<?> topic, Set<String> readers) {
    Duration byBroker =
        Duration.ofMillis(
            Long.parseLong(Objects.requireNonNull(topic.config().get(Topic.RETENTION))));
    return new Expiry(topic.name(), Objects.requireNonNull(topic.kept()), byBroker, readers, false);
  }

  private static Expiry ofChangelog(String topic, Duration retained) {
    return new Expiry(
        topic, retained.plus(AFTER_WINDOW), retained.plus(Topic.LEFT_BEHIND), Set.of(), true);
  }
}
