package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.local.clickhouse.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Four sites of a group with random figures, a merger, polls and targets, as they are soon after
 * the end of a random period, and what happens to them in the year that follows.
 */
final class ReviewWorld {
  private static final List<String> ZONES =
      List.of("Asia/Ho_Chi_Minh", "Europe/Berlin", "Pacific/Kiritimati");
  private static final List<String> PERIODS =
      List.of(
          "2025",
          "2025-H1",
          "2025-H2",
          "2025-Q2",
          "2025-05",
          "2024-02",
          "2024-02-29",
          "2025-W23",
          "2020-W53",
          "2025-10-26",
          "2025-03-10..2025-04-20");

  final Period period;
  final List<Site> sites = new ArrayList<>();

  private final long seed;
  private final Random random;
  private final DashboardTester dashboard;
  private final Tables tables;
  private final Map<String, TreeMap<LocalDate, DaySums>> days = new HashMap<>();

  ReviewWorld(long seed, DashboardTester dashboard, Tables tables) {
    this.seed = seed;
    this.random = new Random(seed);
    this.dashboard = dashboard;
    this.tables = tables;
    this.period = Period.parse(PERIODS.get((int) (seed % PERIODS.size())));
  }

  String group() {
    return "g" + seed;
  }

  private String id(int number) {
    return "s" + seed + "-" + number;
  }

  private String poll(int number) {
    return "p" + seed + "-" + number;
  }

  /** The moment at which the review is made first: its period is over everywhere. */
  Instant soonAfter() {
    return period.to().plusDays(3).atStartOfDay(Site.DEFAULT_ZONE).toInstant();
  }

  /** Fills in what is known by {@link #soonAfter}. */
  void begin() {
    dashboard.clock.set(soonAfter());
    dashboard.groups.put(group(), new Group(1, group(), "Khối " + seed, 0));
    LocalDate merged = period.from().plusDays(random.nextInt(300) - 250);
    for (int i = 0; i < 4; i++) {
      LocalDate from = merged.isAfter(period.to()) ? period.to() : merged;
      put(i, i == 1 ? List.of(new Predecessor(id(2), from, "qd")) : List.of());
    }
    for (Site site : sites) {
      figures(site, period.from().minusDays(400), period.to().plusDays(2));
    }
    dashboard.polls.put(
        poll(1), Samples.poll(poll(1), Visibility.ALWAYS, true).toBuilder().site(id(0)).build());
    votes(1, period.from().minusDays(2), 4);
    votes(1, period.to(), 9);
    target(1, period);
  }

  /** What happens later, in any order. */
  List<Runnable> later() {
    LocalDate after = period.to().plusDays(1);
    var later = new ArrayList<Runnable>();
    for (Site site : sites) {
      later.add(() -> figures(site, period.to().plusDays(3), period.to().plusDays(400)));
    }
    later.add(() -> votes(1, after.plusDays(1 + random.nextInt(200)), 30));
    later.add(
        () -> {
          dashboard.polls.put(
              poll(2),
              Samples.poll(poll(2), Visibility.ALWAYS, true).toBuilder().site(id(1)).build());
          votes(2, after.plusDays(5), 7);
        });
    later.add(() -> target(2, Period.free(after, after.plusDays(90))));
    later.add(() -> put(0, List.of(new Predecessor(id(3), after.plusDays(10), "qd"))));
    later.add(() -> dashboard.clock.set(soonAfter().plusSeconds(366L * 24 * 3600)));
    Collections.shuffle(later, random);
    return later;
  }

  private void put(int number, List<Predecessor> predecessors) {
    Site site =
        Site.builder()
            .id(id(number))
            .name("Trang " + id(number))
            .zone(ZoneId.of(ZONES.get((int) (seed + number) % ZONES.size())))
            .group(group())
            .predecessors(predecessors)
            .build();
    dashboard.sites.put(site.id(), site);
    sites.removeIf(known -> known.id().equals(site.id()));
    sites.add(site);
  }

  private void figures(Site site, LocalDate from, LocalDate to) {
    var sums = new TreeMap<LocalDate, DaySums>();
    var ledgers = new TreeMap<LocalDate, Ledger>();
    var online = new TreeMap<Instant, Long>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1 + random.nextInt(4))) {
      long visits = 1L + random.nextInt(5_000);
      sums.put(day, new DaySums(2 * visits, visits, visits - random.nextInt(2), 9_000 * visits));
      long duplicates = random.nextInt(9);
      ledgers.put(
          day, new Ledger(2 * visits + duplicates, 2 * visits, 0, duplicates, 0, Map.of(), 0));
      online.put(day.atTime(9, 0).atZone(site.zone()).toInstant(), (long) random.nextInt(90));
    }
    var store = new ReportTables(tables);
    store.days(site.id(), sums, ledgers, 1);
    store.online(site.id(), online);
    values(site.id(), sums);
    var all = days.computeIfAbsent(site.id(), none -> new TreeMap<>());
    all.putAll(sums);
    Instant asOf = to.atTime(12, 0).atZone(site.zone()).toInstant();
    var counters = SiteCounters.none(site.id());
    for (var day : all.entrySet()) {
      counters = counters.exchange(day.getKey(), DaySums.ZERO, day.getValue(), asOf);
    }
    dashboard.counters.put(site.id(), counters);
  }

  private void values(String site, Map<LocalDate, DaySums> sums) {
    var rows = new ArrayList<List<Object>>();
    sums.forEach(
        (day, sum) -> {
          for (String dimension : List.of("page", "source", "device")) {
            String value = dimension + random.nextInt(5);
            rows.add(
                List.of(
                    site,
                    day,
                    dimension,
                    dimension.equals("page") ? "/" + value : value,
                    "",
                    sum.views(),
                    sum.visits(),
                    sum.visitors(),
                    sum.engagedMs(),
                    1_763_700_000_000_000L));
          }
        });
    tables.insert(
        "INSERT INTO sitepulse.dimension_days (site, day, dimension, value, title, views, visits,"
            + " visitors, engaged_ms, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** The poll's state from noon of a day on. */
  private void votes(int number, LocalDate day, long participants) {
    Instant noon = day.atTime(12, 0).atZone(Site.DEFAULT_ZONE).toInstant();
    tables.insert(
        "INSERT INTO sitepulse.poll_hours (poll, hour, ballots, participants, version)"
            + " VALUES (?, ?, ?, ?, ?)",
        List.of(
            List.of(
                poll(number),
                noon.getEpochSecond(),
                Map.of("useful", participants),
                participants,
                participants)));
    dashboard.tallies.put(
        poll(number), Samples.tally(poll(number), Map.of("useful", participants), participants));
  }

  private void target(int number, Period of) {
    String id = "t" + seed + "-" + number;
    dashboard.targets.put(
        id, new Target(1, id, Scope.group(group()), Metric.VISITS, of, 1_000_000, null, "x"));
  }
}
