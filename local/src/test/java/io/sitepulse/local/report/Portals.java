package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.NaiveRecount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Six sites in four time zones, read in the autumns of two years. Summer time ends in both. One
 * site was taken over in May, another one will be in December.
 */
final class Portals {
  /** Half past midnight in Vietnam, morning in Kiribati, still the day before elsewhere. */
  static final Instant NOW = Instant.parse("2026-11-02T17:30:00Z");

  static final List<Site> SITES =
      List.of(
          site("a.gov.vn", "Asia/Ho_Chi_Minh", "so", List.of()),
          site("b.example", "Europe/Berlin", "so", List.of()),
          site("c.example", "America/New_York", "xa", List.of()),
          site(
              "d.gov.vn",
              "Asia/Ho_Chi_Minh",
              null,
              List.of(new Predecessor("e.gov.vn", LocalDate.parse("2026-05-01"), "test"))),
          site("e.gov.vn", "Asia/Ho_Chi_Minh", "xa", List.of()),
          site(
              "f.example",
              "Pacific/Kiritimati",
              "xa",
              List.of(new Predecessor("c.example", LocalDate.parse("2026-12-01"), "test"))));

  final Map<String, List<Seen>> deliveries = new HashMap<>();
  final Map<String, List<Counted>> counted = new HashMap<>();
  final Map<String, Map<LocalDate, DaySums>> days = new HashMap<>();
  final Map<String, Map<LocalDate, Ledger>> ledgers = new HashMap<>();
  final Map<String, Map<Instant, Long>> online = new HashMap<>();
  final Map<String, SiteCounters> counters = new HashMap<>();

  Portals(long seed) {
    for (Site site : SITES) {
      var portal =
          new RandomPortal(seed, site)
              .read(
                  Instant.parse("2025-10-18T00:00:00Z"), Instant.parse("2025-11-12T00:00:00Z"), 70)
              .read(Instant.parse("2026-10-12T00:00:00Z"), NOW, 60);
      deliveries.put(site.id(), portal.all());
      var events = NaiveFigures.counted(site, portal.all());
      counted.put(site.id(), events);
      days.put(site.id(), sums(events));
      ledgers.put(site.id(), ledgers(portal.all()));
      online.put(site.id(), minutes(new Random(seed + site.id().hashCode())));
      counters.put(site.id(), counters(site.id(), days.get(site.id())));
    }
  }

  /**
   * Writes the days as the sink and the rollups leave them. The sums of each site's current day are
   * still wrong.
   */
  void fill(ReportTables tables) throws Exception {
    for (Site site : SITES) {
      String id = site.id();
      tables.definition(site);
      tables.events(id, deliveries.get(id));
      tables.online(id, online.get(id));
      tables.online(id, online.get(id));
      var stored = new TreeMap<>(days.get(id));
      stored.computeIfPresent(site.dayAt(NOW), (day, sums) -> new DaySums(9999, 8888, 7777, 6666));
      tables.days(id, stored, ledgers.get(id), 2);
      tables.days(id, Map.of(), ledgers.get(id), 1);
    }
  }

  private static Map<LocalDate, DaySums> sums(Collection<Counted> events) {
    var byDay = new HashMap<LocalDate, List<Counted>>();
    events.stream()
        .filter(event -> !event.isRobots())
        .forEach(e -> byDay.computeIfAbsent(e.day(), none -> new ArrayList<>()).add(e));
    var sums = new TreeMap<LocalDate, DaySums>();
    byDay.forEach((day, some) -> sums.put(day, NaiveFigures.sums(some)));
    return sums;
  }

  private static Map<LocalDate, Ledger> ledgers(List<Seen> deliveries) {
    var days = new TreeMap<LocalDate, Map<String, Long>>();
    for (var classified :
        NaiveRecount.classify(deliveries.stream().map(Seen::delivered).toList())) {
      days.computeIfAbsent(classified.event().day(), none -> new HashMap<>())
          .merge(classified.outcome(), 1L, Long::sum);
    }
    var ledgers = new TreeMap<LocalDate, Ledger>();
    days.forEach((day, verdicts) -> ledgers.put(day, ledger(verdicts)));
    return ledgers;
  }

  private static Ledger ledger(Map<String, Long> verdicts) {
    var rejected = new EnumMap<Reason, Long>(Reason.class);
    for (Reason reason : List.of(Reason.TOO_OLD, Reason.FROM_THE_FUTURE)) {
      if (verdicts.containsKey(reason.label())) {
        rejected.put(reason, verdicts.get(reason.label()));
      }
    }
    return new Ledger(
        verdicts.values().stream().mapToLong(Long::longValue).sum(),
        verdicts.getOrDefault("view", 0L),
        verdicts.getOrDefault("heartbeat", 0L),
        verdicts.getOrDefault("duplicate", 0L),
        verdicts.getOrDefault("bot", 0L),
        rejected,
        verdicts.getOrDefault("view", 0L) % 3);
  }

  private static Map<Instant, Long> minutes(Random random) {
    var minutes = new TreeMap<Instant, Long>();
    for (int i = 0; i < 400; i++) {
      long back = random.nextInt(500 * 24 * 60);
      minutes.put(NOW.minusSeconds(60 * back), (long) random.nextInt(20));
    }
    return minutes;
  }

  private static SiteCounters counters(String site, Map<LocalDate, DaySums> days) {
    var counters = SiteCounters.none(site);
    for (var day : days.entrySet()) {
      counters = counters.exchange(day.getKey(), DaySums.ZERO, day.getValue(), NOW);
    }
    return counters.withOnline(site.hashCode() & 15, NOW);
  }

  private static Site site(
      String id, String zone, @Nullable String group, List<Predecessor> predecessors) {
    return Site.builder()
        .id(id)
        .name("Cổng " + id)
        .origins(List.of("https://www." + id))
        .zone(ZoneId.of(zone))
        .group(group)
        .predecessors(predecessors)
        .sample(id.startsWith("b"))
        .build();
  }
}
