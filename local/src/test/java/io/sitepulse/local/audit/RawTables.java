package io.sitepulse.local.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.NaiveRecount.Classified;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fills ClickHouse's tables as a test says, without the sink. */
public final class RawTables {
  private final Tables tables;

  public RawTables(Tables tables) {
    this.tables = tables;
  }

  /** Writes a site with its events as the sink leaves them, and returns the site's id. */
  String deliver(Site site, List<Delivered> events) {
    definition(site);
    deliver(site.id(), events);
    return site.id();
  }

  /** Events of a site that need not be defined. */
  void deliver(String site, List<Delivered> events) {
    events(site, events);
    touched(site, events);
  }

  void events(String site, List<Delivered> events) {
    insert(
        "INSERT INTO sitepulse.page_views (site, day, id, kind, visitor, at, received, bot,"
            + " engaged_ms, kafka_partition, kafka_offset, precedence, page, title, referrer,"
            + " device, country, campaign, campaign_source, campaign_medium, campaign_term,"
            + " campaign_content)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        events,
        e ->
            with(
                Attributes.campaign(e.id()),
                site,
                e.day(),
                e.id(),
                e.heartbeat() ? "heartbeat" : "view",
                e.visitor(),
                e.at().toEpochMilli(),
                e.received().toEpochMilli(),
                e.bot() ? "Bot" : "",
                e.engagedMs(),
                e.partition(),
                e.offset(),
                Long.MAX_VALUE - e.offset(),
                Attributes.page(e.id()),
                e.heartbeat() ? "" : Attributes.title(e.id()),
                e.heartbeat() ? "" : Attributes.referrer(e.id()),
                Attributes.device(e.id()),
                Attributes.country(e.id())));
    receipts(site, events);
  }

  private static List<Object> with(List<String> last, Object... first) {
    return Stream.concat(Stream.of(first), last.stream()).toList();
  }

  /** Writes a receipt for each delivery of the events. */
  public void receipts(String site, List<Delivered> events) {
    insert(
        "INSERT INTO sitepulse.page_view_receipts (site, day, id, at, received, kafka_time,"
            + " kafka_partition, kafka_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        events,
        e ->
            List.of(
                site,
                e.day(),
                e.id(),
                e.at().toEpochMilli(),
                e.received().toEpochMilli(),
                e.kafkaTime().toEpochMilli(),
                e.partition(),
                e.offset()));
  }

  /** Days that were counted elsewhere. */
  void imported(String site, Map<LocalDate, Map<String, Long>> days, boolean raw) {
    insert(
        "INSERT INTO sitepulse.imported_days (site, day, views, visits, visitors, engaged_ms,"
            + " received, counted_views, counted_heartbeats, duplicates, bots, rejected,"
            + " merged_visits, raw, source, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.copyOf(days.entrySet()),
        day -> {
          var values =
              new ArrayList<>(claim(site, day.getKey(), new NamedCounts(day.getValue()), 1));
          values.subList(values.size() - 2, values.size()).clear();
          values.addAll(List.of(raw, "old counter", 1));
          return values;
        });
  }

  /** Says that days have new events, as the sink does after them. */
  public void touched(String site, List<Delivered> events) {
    insert(
        "INSERT INTO sitepulse.touched_days (site, day) VALUES (?, ?)",
        events.stream().map(Delivered::day).distinct().toList(),
        day -> List.of(site, day));
  }

  public void definition(Site site) {
    definition(site, 1);
  }

  void definition(Site site, int version) {
    insert(
        "INSERT INTO sitepulse.sites (id, zone, definition, version) VALUES (?, ?, ?, ?)",
        List.of(site),
        s -> List.of(s.id(), s.zone().getId(), json(s), version));
  }

  private static String json(Site site) {
    try {
      return Json.MAPPER.writeValueAsString(site);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  void rejections(String site, List<Classified> classified) {
    insert(
        "INSERT INTO sitepulse.rejected_events (id, topic, subject, day, reason, received)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        classified.stream().filter(Classified::isRejected).toList(),
        j ->
            rejection(
                Topics.PAGE_VIEWS.name() + j.event().partition() + "-" + j.event().offset(),
                site,
                j.event().day(),
                j.outcome()));
  }

  void unreadable(String site, LocalDate day) {
    insert(
        "INSERT INTO sitepulse.rejected_events (id, topic, subject, day, reason, received)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        List.of(day),
        d -> rejection("unreadable-" + UUID.randomUUID(), site, d, "unreadable"));
  }

  private static List<Object> rejection(String id, String site, LocalDate day, String reason) {
    return List.of(id, Topics.PAGE_VIEWS.name(), site, day, reason, 1_763_700_000_000L);
  }

  /** Writes the counters of days. A later call with a higher version replaces them. */
  void claims(String site, Map<LocalDate, Map<String, Long>> days, int version) {
    insert(
        "INSERT INTO sitepulse.site_days (site, day, views, visits, visitors, engaged_ms, received,"
            + " counted_views, counted_heartbeats, duplicates, bots, rejected, merged_visits,"
            + " as_of, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.copyOf(days.entrySet()),
        day -> claim(site, day.getKey(), new NamedCounts(day.getValue()), version));
  }

  private static List<Object> claim(String site, LocalDate day, NamedCounts of, int version) {
    var rejected = new TreeMap<String, Long>();
    of.byName()
        .forEach(
            (name, count) -> {
              if (name.startsWith("rejected.")) {
                rejected.put(name.substring("rejected.".length()), count);
              }
            });
    return List.of(
        site,
        day,
        of.get("views"),
        of.get("visits"),
        of.get("visitors"),
        of.get("engagedMs"),
        of.get("received"),
        of.get("counted.views"),
        of.get("counted.heartbeats"),
        of.get("duplicates"),
        of.get("bots"),
        rejected,
        0,
        1_763_700_000_000L,
        version);
  }

  private <T> void insert(String sql, List<T> rows, Function<T, List<Object>> columns) {
    tables.insert(sql, rows.stream().map(columns).toList());
  }
}
