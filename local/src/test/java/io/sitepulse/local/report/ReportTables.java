package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.Delivered;
import io.sitepulse.local.audit.RawTables;
import io.sitepulse.local.clickhouse.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fills ClickHouse's tables as the sink does. */
final class ReportTables {
  private final Tables tables;
  private final RawTables raw;

  ReportTables(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
  }

  void definition(Site site) {
    raw.definition(site);
  }

  void events(String site, List<Seen> events) {
    tables.insert(
        "INSERT INTO sitepulse.page_views (site, day, id, kind, visitor, at, received, page, title,"
            + " referrer, language, device, browser, system, country, bot, engaged_ms,"
            + " kafka_partition, kafka_offset, precedence)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        events.stream().map(seen -> event(site, seen)).toList());
    List<Delivered> delivered = events.stream().map(Seen::delivered).toList();
    raw.receipts(site, delivered);
    raw.touched(site, delivered);
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

  /** Writes what the counters and the ledger say of days. */
  void days(
      String site, Map<LocalDate, DaySums> sums, Map<LocalDate, Ledger> ledgers, int version) {
    tables.insert(
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
    tables.insert(
        "INSERT INTO sitepulse.site_online (site, minute, peak) VALUES (?, ?, ?)",
        minutes.entrySet().stream()
            .map(e -> List.<Object>of(site, e.getKey().getEpochSecond(), e.getValue()))
            .toList());
  }
}
