package io.sitepulse.warehouse.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.warehouse.sink.table.AuditTables;
import io.sitepulse.warehouse.sink.table.CounterTables;
import io.sitepulse.warehouse.sink.table.DefinitionTables;
import io.sitepulse.warehouse.sink.table.PageViewTables;
import io.sitepulse.warehouse.sink.table.PollTables;
import io.sitepulse.warehouse.sink.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the sink and the tables of each. The tables of one topic are written in the order
 * of the list: {@code touched_days} comes last, because it announces that the events are stored.
 *
 * <p>The topic {@code accounts} is deliberately not stored: no report needs accounts, and the
 * hashes of passwords and tokens do not belong in ClickHouse. The topic {@code visitor-salts} is
 * not stored because salts must be deleted after two days.
 */
final class TopicTableMappings {
  private static final List<TopicTableMapping<?>> ALL =
      List.of(
          new TopicTableMapping<>(
              Topics.PAGE_VIEWS,
              List.of(
                  PageViewTables.PAGE_VIEWS, PageViewTables.RECEIPTS, PageViewTables.TOUCHED_DAYS),
              TopicTableMappings::events),
          new TopicTableMapping<>(
              Topics.SITE_DAYS, List.of(CounterTables.SITE_DAYS), TopicTableMappings::siteDay),
          new TopicTableMapping<>(Topics.SITE_COUNTERS, List.of(CounterTables.SITE_ONLINE)),
          new TopicTableMapping<>(Topics.REJECTED_EVENTS, List.of(AuditTables.REJECTED_EVENTS)),
          new TopicTableMapping<>(Topics.COLLECTOR_FAULTS, List.of(AuditTables.COLLECTOR_FAULTS)),
          new TopicTableMapping<>(Topics.POLL_VOTES, List.of(PollTables.POLL_VOTES)),
          new TopicTableMapping<>(
              Topics.POLL_TALLIES,
              List.of(PollTables.POLL_TALLIES, PollTables.POLL_HOURS),
              TopicTableMappings::pollTally),
          new TopicTableMapping<>(Topics.SITES, List.of(DefinitionTables.SITES)),
          new TopicTableMapping<>(Topics.POLLS, List.of(DefinitionTables.POLLS)),
          new TopicTableMapping<>(Topics.GROUPS, List.of(DefinitionTables.GROUPS)),
          new TopicTableMapping<>(Topics.TARGETS, List.of(DefinitionTables.TARGETS)),
          new TopicTableMapping<>(Topics.IMPORTED_DAYS, List.of(CounterTables.IMPORTED_DAYS)),
          new TopicTableMapping<>(Topics.CHANGES, List.of(AuditTables.CHANGES)));

  private static final Map<String, TopicTableMapping<?>> BY_TOPIC =
      ALL.stream()
          .collect(Collectors.toMap(mapping -> mapping.topic().name(), Function.identity()));

  private static final Map<Table<?>, String> TOPICS =
      ALL.stream()
          .flatMap(
              mapping ->
                  mapping.tables().stream()
                      .map(table -> Map.<Table<?>, String>entry(table, mapping.topic().name())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final SinkMetrics metrics;

  TopicTableMappings(SinkMetrics metrics) {
    this.metrics = metrics;
  }

  /** The mappings of all topics. */
  static List<TopicTableMapping<?>> all() {
    return ALL;
  }

  /** The name of the topic of a table. */
  static String topicOf(Table<?> table) {
    return TOPICS.getOrDefault(table, "");
  }

  /** The names of the topics whose offsets are versions of rows. */
  static Set<String> versionedByOffset() {
    return TOPICS.entrySet().stream()
        .filter(entry -> entry.getKey().offsetVersion() >= 0)
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /** The names of the topics to consume. */
  static Set<String> topics() {
    return BY_TOPIC.keySet();
  }

  /**
   * Adds a record and its rows to a batch. An unreadable event has no row: streams stores it with
   * its reason in {@code rejected-events}.
   */
  void addTo(Batch batch, ConsumerRecord<String, byte[]> record) {
    TopicTableMapping<?> mapping = BY_TOPIC.get(record.topic());
    int unreadable = mapping == null ? 1 : mapping.addTo(batch, record);
    for (int i = 0; i < unreadable; i++) {
      metrics.unreadable(record.topic());
    }
  }

  /**
   * Adds the rows of a record to a batch, without its offset.
   *
   * @return false if it cannot be read
   */
  static boolean addRowsTo(Batch batch, ConsumerRecord<String, byte[]> record) {
    TopicTableMapping<?> mapping = BY_TOPIC.get(record.topic());
    return mapping != null && mapping.addRowsTo(batch, record);
  }

  private static List<Supplier<@Nullable PageView>> events(byte @Nullable [] value) {
    return EventPack.read(value).stream()
        .<Supplier<@Nullable PageView>>map(entry -> () -> readable(entry))
        .toList();
  }

  private static List<Supplier<@Nullable SiteDay>> siteDay(byte @Nullable [] value) {
    return List.of(
        () -> {
          SiteDay day = Topics.SITE_DAYS.value().deserializer().deserialize("", value);
          requireKnown(day == null ? Map.of() : day.ledger().rejected(), value);
          return day;
        });
  }

  private static List<Supplier<@Nullable PollTally>> pollTally(byte @Nullable [] value) {
    return List.of(
        () -> {
          PollTally tally = Topics.POLL_TALLIES.value().deserializer().deserialize("", value);
          requireKnown(tally == null ? Map.of() : tally.ledger().rejected(), value);
          return tally;
        });
  }

  /**
   * Reading a ledger adds up reasons of a newer release as {@link Reason#OTHER}. Their names must
   * not be lost in the tables.
   */
  private static void requireKnown(Map<Reason, Long> rejected, byte @Nullable [] value) {
    if (value == null || !rejected.containsKey(Reason.OTHER)) {
      return;
    }
    try {
      JsonNode written = Json.MAPPER.readTree(value).path("ledger").path("rejected");
      written
          .fieldNames()
          .forEachRemaining(
              label -> {
                if (!Reason.of(label).label().equals(label)) {
                  throw new IllegalArgumentException("a reason of a newer release: " + label);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Applies the rule of the topology: an event from before 1970 counts as unreadable. */
  private static PageView readable(EventPack.Entry entry) {
    PageView event = entry.event();
    if (event.at().toEpochMilli() < 0 || event.received().toEpochMilli() < 0) {
      throw new IllegalArgumentException("times before 1970 cannot be stored");
    }
    return event;
  }
}
