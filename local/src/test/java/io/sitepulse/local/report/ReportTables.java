package io.sitepulse.local.report;

import io.sitepulse.contract.Json;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.Delivered;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Fills ClickHouse's tables as the sink does. */
final class ReportTables {
  private final Jdbi jdbi;

  ReportTables(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void definition(Site site) throws Exception {
    String json = Json.MAPPER.writeValueAsString(site);
    insert(
        "INSERT INTO sitepulse.sites (id, zone, definition, version) VALUES (?, ?, ?, ?)",
        List.of(List.of(site.id(), site.zone().getId(), json, 1)));
  }

  void events(String site, List<Seen> events) {
    insert(
        "INSERT INTO sitepulse.page_views (site, day, id, kind, visitor, at, received, page, title,"
            + " referrer, language, device, browser, system, country, bot, engaged_ms,"
            + " kafka_partition, kafka_offset, precedence)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        events.stream().map(seen -> event(site, seen)).toList());
    insert(
        "INSERT INTO sitepulse.page_view_receipts (site, day, id, at, received, kafka_time,"
            + " kafka_partition, kafka_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        events.stream().map(seen -> receipt(site, seen.delivered())).toList());
    insert(
        "INSERT INTO sitepulse.touched_days (site, day) VALUES (?, ?)",
        events.stream()
            .map(seen -> seen.delivered().day())
            .distinct()
            .map(day -> List.<Object>of(site, day))
            .toList());
  }

  private static List<Object> event(String site, Seen seen) {
    Delivered e = seen.delivered();
    return List.of(
        site,
        e.day(),
        e.id(),
        e.heartbeat() ? "heartbeat" : "view",
        e.visitor(),
        e.at().toEpochMilli(),
        e.received().toEpochMilli(),
        seen.page(),
        seen.title(),
        seen.referrer(),
        seen.language(),
        seen.device(),
        seen.browser(),
        seen.system(),
        seen.country(),
        seen.bot(),
        e.engagedMs(),
        e.partition(),
        e.offset(),
        Long.MAX_VALUE - e.offset());
  }

  private static List<Object> receipt(String site, Delivered e) {
    return List.of(
        site,
        e.day(),
        e.id(),
        e.at().toEpochMilli(),
        e.received().toEpochMilli(),
        e.kafkaTime().toEpochMilli(),
        e.partition(),
        e.offset());
  }

  /** Writes what the counters and the ledger say of days. */
  void days(
      String site, Map<LocalDate, DaySums> sums, Map<LocalDate, Ledger> ledgers, int version) {
    insert(
        "INSERT INTO sitepulse.site_days (site, day, views, visits, visitors, engaged_ms, received,"
            + " counted_views, counted_heartbeats, duplicates, bots, rejected, merged_visits,"
            + " as_of, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ledgers.keySet().stream()
            .map(
                day ->
                    day(site, day, sums.getOrDefault(day, DaySums.ZERO), ledgers.get(day), version))
            .toList());
  }

  private static List<Object> day(
      String site, LocalDate day, DaySums sums, Ledger ledger, int version) {
    var rejected = new TreeMap<String, Long>();
    ledger.rejected().forEach((reason, count) -> rejected.put(reason.label(), count));
    return List.of(
        site,
        day,
        sums.views(),
        sums.visits(),
        sums.visitors(),
        sums.engagedMs(),
        ledger.received(),
        ledger.views(),
        ledger.heartbeats(),
        ledger.duplicates(),
        ledger.bots(),
        rejected,
        ledger.mergedVisits(),
        1_763_700_000_000L,
        version);
  }

  void online(String site, Map<Instant, Long> minutes) {
    insert(
        "INSERT INTO sitepulse.site_online (site, minute, peak) VALUES (?, ?, ?)",
        minutes.entrySet().stream()
            .map(e -> List.<Object>of(site, e.getKey().getEpochSecond(), e.getValue()))
            .toList());
  }

  void insert(String sql, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            for (List<Object> row : rows) {
              for (int i = 0; i < row.size(); i++) {
                insert.setObject(i + 1, row.get(i));
              }
              insert.addBatch();
            }
            insert.executeBatch();
          } catch (SQLException e) {
            throw new AssertionError(e);
          }
        });
  }
}
