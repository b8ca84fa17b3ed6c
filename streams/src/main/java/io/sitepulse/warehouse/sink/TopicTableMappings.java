package io.sitepulse.warehouse.sink;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.warehouse.sink.table.ChangesTable;
import io.sitepulse.warehouse.sink.table.GroupsTable;
import io.sitepulse.warehouse.sink.table.ImportedDaysTable;
import io.sitepulse.warehouse.sink.table.PageViewReceiptsTable;
import io.sitepulse.warehouse.sink.table.PageViewsTable;
import io.sitepulse.warehouse.sink.table.PollHoursTable;
import io.sitepulse.warehouse.sink.table.PollTalliesTable;
import io.sitepulse.warehouse.sink.table.PollVotesTable;
import io.sitepulse.warehouse.sink.table.PollsTable;
import io.sitepulse.warehouse.sink.table.RejectedEventsTable;
import io.sitepulse.warehouse.sink.table.SiteDaysTable;
import io.sitepulse.warehouse.sink.table.SiteOnlineTable;
import io.sitepulse.warehouse.sink.table.SitesTable;
import io.sitepulse.warehouse.sink.table.TargetsTable;
import io.sitepulse.warehouse.sink.table.TouchedDaysTable;
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
final class TopicTableMappings {
  private static final List<TopicTableMapping<?>> ALL =
      List.of(
          new TopicTableMapping<>(
              Topics.PAGE_VIEWS,
              List.of(new PageViewsTable(), new PageViewReceiptsTable(), new TouchedDaysTable()),
              TopicTableMappings::hasUsableTimes),
          new TopicTableMapping<>(Topics.SITE_DAYS, List.of(new SiteDaysTable())),
          new TopicTableMapping<>(Topics.SITE_COUNTERS, List.of(new SiteOnlineTable())),
          new TopicTableMapping<>(Topics.REJECTED_EVENTS, List.of(new RejectedEventsTable())),
          new TopicTableMapping<>(Topics.POLL_VOTES, List.of(new PollVotesTable())),
          new TopicTableMapping<>(
              Topics.POLL_TALLIES, List.of(new PollTalliesTable(), new PollHoursTable())),
          new TopicTableMapping<>(Topics.SITES, List.of(new SitesTable())),
          new TopicTableMapping<>(Topics.POLLS, List.of(new PollsTable())),
          new TopicTableMapping<>(Topics.GROUPS, List.of(new GroupsTable())),
          new TopicTableMapping<>(Topics.TARGETS, List.of(new TargetsTable())),
          new TopicTableMapping<>(Topics.IMPORTED_DAYS, List.of(new ImportedDaysTable())),
          new TopicTableMapping<>(Topics.CHANGES, List.of(new ChangesTable())));

  private static final Map<String, TopicTableMapping<?>> BY_TOPIC =
      ALL.stream()
          .collect(
              Collectors.toMap(
                  topicTableMapping -> topicTableMapping.topic().name(), Function.identity()));

  private final SinkMetrics metrics;

  TopicTableMappings(SinkMetrics metrics) {
    this.metrics = metrics;
  }

  /** All routes. */
  static List<TopicTableMapping<?>> all() {
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
    TopicTableMapping<?> topicTableMapping = BY_TOPIC.get(record.topic());
    if (topicTableMapping == null || !topicTableMapping.take(record, batch)) {
      metrics.unreadable(record.topic());
    }
  }

  /** As the topology judges: what happened before 1970 cannot be read as a time. */
  private static boolean hasUsableTimes(PageView event) {
    return event.at().toEpochMilli() >= 0 && event.received().toEpochMilli() >= 0;
  }
}
