package io.sitepulse.streams.sink;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.kafka.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which topic goes into which tables. Of one topic's tables the first is written first: {@code
 * touched_days} last, because it says that the events are there.
 *
 * <p>{@code accounts} has no mirror, deliberately: no report needs who may sign in, and ClickHouse
 * is no place for the hashes of passwords and tokens. {@code visitor-salts} has none because salts
 * must be gone after two days.
 */
final class Routes {
  private static final List<Route<?>> ALL =
      List.of(
          new Route<>(
              Topics.PAGE_VIEWS,
              List.of(new PageViewsTable(), new PageViewReceiptsTable(), new TouchedDaysTable()),
              Routes::hasUsableTimes),
          new Route<>(Topics.SITE_DAYS, List.of(new SiteDaysTable())),
          new Route<>(Topics.SITE_COUNTERS, List.of(new SiteOnlineTable())),
          new Route<>(Topics.REJECTED_EVENTS, List.of(new RejectedEventsTable())),
          new Route<>(Topics.POLL_VOTES, List.of(new PollVotesTable())),
          new Route<>(Topics.POLL_TALLIES, List.of(new PollTalliesTable(), new PollHoursTable())),
          new Route<>(Topics.SITES, List.of(new SitesTable())),
          new Route<>(Topics.POLLS, List.of(new PollsTable())),
          new Route<>(Topics.GROUPS, List.of(new GroupsTable())),
          new Route<>(Topics.TARGETS, List.of(new TargetsTable())),
          new Route<>(Topics.IMPORTED_DAYS, List.of(new ImportedDaysTable())),
          new Route<>(Topics.CHANGES, List.of(new ChangesTable())));

  private static final Map<String, Route<?>> BY_TOPIC =
      ALL.stream().collect(Collectors.toMap(route -> route.topic().name(), Function.identity()));

  private final SinkMetrics metrics;

  Routes(SinkMetrics metrics) {
    this.metrics = metrics;
  }

  /** All routes. */
  static List<Route<?>> all() {
    return ALL;
  }

  /** The topics to read. */
  static Set<String> topics() {
    return BY_TOPIC.keySet();
  }

  /**
   * Adds a record's rows to a batch. A record nobody can read has none: streams keeps it, with its
   * reason, in {@code rejected-events}.
   */
  void take(ConsumerRecord<String, byte[]> record, Batch batch) {
    Route<?> route = BY_TOPIC.get(record.topic());
    if (route == null || !route.take(record, batch)) {
      metrics.unreadable(record.topic());
    }
  }

  /** As the topology judges: what happened before 1970 cannot be read as a time. */
  private static boolean hasUsableTimes(PageView event) {
    return event.at().toEpochMilli() >= 0 && event.received().toEpochMilli() >= 0;
  }
}
