package io.sitepulse.local.rebuild;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Labelled;
import io.sitepulse.local.backup.RecordSender;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.rejected.PartialJson;
import io.sitepulse.streams.view.ViewRules;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The events as they were received, from the deliveries and events in ClickHouse: each delivery is
 * an event, in the order of its partition. So ids that came twice are duplicates again.
 */
final class StoredEvents {
  private static final String NO_ID = new UUID(0, 0).toString();
  private static final String NO_VISITOR = "0".repeat(16);

  private final Handle handle;
  private final RecordSender sender;
  private final int partitions;
  private final Instant oldest;
  private final Map<Integer, Pack> packs = new HashMap<>();

  /** Reads and sends. Records get a time that is not before {@code oldest}. */
  StoredEvents(Handle handle, RecordSender sender, int partitions, Instant oldest) {
    this.handle = handle;
    this.sender = sender;
    this.partitions = partitions;
    this.oldest = oldest;
  }

  /** The days in UTC on which events were received, in their order. */
  List<String> days() {
    return handle.createQuery(StoredDefinitions.sql("event_days.sql")).mapTo(String.class).list();
  }

  /** Sends the events that were received on a day. Returns their number. */
  long send(String day) throws ExecutionException {
    long sent = 0;
    try (var query = handle.createQuery(StoredDefinitions.sql("events_of_day.sql"));
        var rows =
            query
                .bind("sent", day)
                .bind("topic", Topics.PAGE_VIEWS.name())
                .map((row, context) -> delivery(row))
                .stream()) {
      var each = rows.iterator();
      while (each.hasNext()) {
        add(each.next());
        sent++;
      }
    }
    for (var pack : packs.entrySet()) {
      send(pack.getKey(), pack.getValue());
    }
    sender.await();
    return sent;
  }

  /**
   * Sends the unreadable events that a ledger has. A text that was cut has no site, so it is not
   * counted again.
   *
   * @return their number
   */
  long sendUnreadable() throws ExecutionException {
    long sent = 0;
    for (var event :
        handle
            .createQuery(StoredDefinitions.sql("unreadable_events.sql"))
            .bind("topic", Topics.PAGE_VIEWS.name())
            .map((row, context) -> Map.entry(row.getLong("received"), row.getString("event")))
            .list()) {
      byte[] text = event.getValue().getBytes(StandardCharsets.UTF_8);
      if (PartialJson.of(text).field("site", Site::checkId) != null) {
        // By its time counting knows if its day is plausible.
        sender.send(new ProducerRecord<>(Topics.PAGE_VIEWS.name(), 0, event.getKey(), null, text));
        sent++;
      }
    }
    sender.await();
    return sent;
  }

  private void add(Delivery delivery) throws ExecutionException {
    int partition = Topics.partitionOf(delivery.event.id(), partitions);
    Pack pack = packs.computeIfAbsent(partition, unused -> new Pack());
    byte[] entry = EventPack.entry(delivery.event);
    if (delivery.ahead || !pack.takes(entry)) {
      send(partition, pack);
    }
    pack.add(entry, later(delivery.recordTime, oldest));
    if (delivery.ahead) {
      // Counting rejected it by a clock of that time, and does so again by this one.
      pack.time =
          delivery.event.received().minus(ViewRules.MAX_AHEAD).minusSeconds(1).toEpochMilli();
      send(partition, pack);
    }
  }

  private void send(int partition, Pack pack) throws ExecutionException {
    if (!pack.entries.isEmpty()) {
      sender.send(
          new ProducerRecord<>(
              Topics.PAGE_VIEWS.name(), partition, pack.time, null, EventPack.of(pack.entries)));
      pack.clear();
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    var campaign =
        new Campaign(
            text(row, "campaign"),
            text(row, "campaign_source"),
            text(row, "campaign_medium"),
            text(row, "campaign_term"),
            text(row, "campaign_content"));
    var event =
        PageView.builder()
            .id(UUID.fromString(row.getString("id")))
            .kind(Labelled.parse(EventKind.class, row.getString("kind"), "kind"))
            .site(row.getString("site"))
            .day(LocalDate.parse(row.getString("day")))
            .visitor(unless(NO_VISITOR, row.getString("visitor")))
            .at(Instant.ofEpochMilli(row.getLong("at")))
            .received(Instant.ofEpochMilli(row.getLong("received")))
            .page(row.getString("page"))
            .title(text(row, "title"))
            .referrer(text(row, "referrer"))
            .language(text(row, "language"))
            .agent(
                new Agent(
                    row.getString("device"),
                    row.getString("browser"),
                    row.getString("system"),
                    text(row, "bot")))
            .engagedMs(row.getLong("engaged_ms"))
            .country(text(row, "country"))
            .campaign(campaign.isNone() ? null : campaign);
    String view = unless(NO_ID, row.getString("view"));
    if (view != null) {
      event.view(UUID.fromString(view));
    }
    return new Delivery(
        event.build(), Instant.ofEpochMilli(row.getLong("kafka_time")), row.getBoolean("ahead"));
  }

  private static @Nullable String text(ResultSet row, String column) throws SQLException {
    return unless("", row.getString(column));
  }

  private static @Nullable String unless(String none, String text) {
    return text.equals(none) ? null : text;
  }

  /**
   * An event as it came.
   *
   * @param recordTime timestamp of its record
   * @param ahead true if it was rejected because it came from the future
   */
  private record Delivery(PageView event, Instant recordTime, boolean ahead) {}

  /** Events of a partition that are sent in one record. */
  private static final class Pack {
    private final List<byte[]> entries = new ArrayList<>();
    private int bytes;
    private long time;

    boolean takes(byte[] entry) {
      return entries.size() < EventPack.MAX_EVENTS && bytes + entry.length <= EventPack.MAX_BYTES;
    }

    void add(byte[] entry, Instant recordTime) {
      entries.add(entry);
      bytes += entry.length;
      time = Math.max(time, recordTime.toEpochMilli());
    }

    void clear() {
      entries.clear();
      bytes = 0;
      time = 0;
    }
  }
}
