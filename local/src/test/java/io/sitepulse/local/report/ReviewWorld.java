package io.sitepulse.local.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.runtime.json.Json;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Four sites of a group with random figures, a merger, polls and targets, as they are soon after
 * the end of a random period, and what happens to them in the year that follows: also a fifth site,
 * corrections of baselines, new names, moves between groups, mergers entered and reverted, and
 * changes of polls and targets.
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
  private final Map<String, Baseline> baselines = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();

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
    dashboard.groups.put(otherGroup(), new Group(1, otherGroup(), "Khối khác " + seed, 1));
    for (int i = 0; i < 4; i++) {
      // A later change of sites 0 and 3 is left out, because they are known in the period.
      int within = i % 3 == 0 ? 90 : 60;
      registered(i, period.from().minusDays(random.nextInt(90) - 90 + within));
    }
    baseline(1, period.from().minusDays(3), 1_000);
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
    target(1, period, 1_000_000);
    target(3, period, 3_000_000);
    target(4, Period.parse("" + period.from().getYear()), 4_000_000);
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
    later.add(() -> target(2, Period.free(after, after.plusDays(90)), 1_000_000));
    later.add(() -> changeTarget(1, soon(), period, 2_000_000));
    later.add(() -> removeTarget(3, soon()));
    later.add(() -> changeTarget(5, soon(), period, 5_000_000));
    later.add(() -> rename(0, soon()));
    later.add(() -> move(3, soon()));
    later.add(() -> renameGroup(soon()));
    later.add(
        () -> {
          baseline(0, soon(), 7_000);
          put(0, site(0).predecessors());
        });
    later.add(() -> changePoll(1, soon()));
    later.add(() -> createPoll(3, soon()));
    // A merger counts from its day on, but not before it was entered.
    LocalDate merged = random.nextBoolean() ? after.plusDays(10) : period.from().minusDays(10);
    later.add(() -> merge(0, soon(), List.of(new Predecessor(id(3), merged, "qd"))));
    later.add(() -> merge(1, soon(), List.of()));
    later.add(
        () -> {
          registered(4, after.plusDays(20));
          put(4, List.of());
          figures(lastSite(), after.plusDays(20), after.plusDays(50));
        });
    later.add(
        () -> {
          baseline(1, after.plusDays(random.nextInt(100)), 2_000);
          put(1, site(1).predecessors());
        });
    later.add(() -> dashboard.clock.set(soonAfter().plusSeconds(366L * 24 * 3600)));
    Collections.shuffle(later, random);
    return later;
  }

  /** A day after the period at which its definitions are changed. */
  private LocalDate soon() {
    return period.to().plusDays(2 + random.nextInt(200));
  }

  private void rename(int number, LocalDate day) {
    String name = name(number);
    names.put(id(number), "Trang mới " + id(number));
    changed(number, day, "name", name, name(number));
  }

  private void move(int number, LocalDate day) {
    groups.put(id(number), otherGroup());
    changed(number, day, "group", group(), otherGroup());
  }

  private void changed(int number, LocalDate day, String field, String before, String after) {
    var states =
        List.of(before, after).stream()
            .map(
                value ->
                    Json.MAPPER
                        .createObjectNode()
                        .put("name", name(number))
                        .put("group", groups.getOrDefault(id(number), group()))
                        .put(field, value)
                        .toString())
            .toList();
    logged("site.update", id(number), day, states.get(0), states.get(1));
    put(number, site(number).predecessors());
  }

  /** Enters or reverts a merger. */
  private void merge(int number, LocalDate day, List<Predecessor> predecessors) {
    var before = Map.of("predecessors", site(number).predecessors());
    String action = predecessors.isEmpty() ? "site.part" : "site.merge";
    var after = Map.of("predecessors", predecessors);
    logged(action, id(number), day, json(before), json(after));
    put(number, predecessors);
  }

  /** Corrects the texts of a poll with ballots, adds an option and closes it. */
  private void changePoll(int number, LocalDate day) {
    Poll before = dashboard.polls.get(poll(number)).orElseThrow();
    var options =
        before.options().stream()
            .map(option -> option.relabelled(option.label() + " (sửa)"))
            .collect(Collectors.toCollection(ArrayList::new));
    options.add(new Option("more", "Ý kiến khác"));
    Poll after =
        before.toBuilder()
            .question("Câu hỏi đã sửa?")
            .options(options)
            .closes(day.atStartOfDay(Site.DEFAULT_ZONE).toInstant())
            .build();
    logged("poll.update", before.id(), day, json(before), json(after));
    dashboard.polls.put(after.id(), after);
  }

  /** Creates a poll whose times are in the period. */
  private void createPoll(int number, LocalDate day) {
    Instant opens = period.from().atStartOfDay(Site.DEFAULT_ZONE).toInstant();
    Poll poll =
        Samples.poll(poll(number), Visibility.ALWAYS, true).toBuilder()
            .site(id(0))
            .opens(opens)
            .build();
    logged("poll.create", poll.id(), day, "", json(poll));
    dashboard.polls.put(poll.id(), poll);
  }

  private void renameGroup(LocalDate day) {
    Group before = new Group(1, group(), "Khối " + seed, 0);
    Group after = new Group(1, group(), "Khối đổi tên " + seed, 0);
    dashboard.groups.put(group(), after);
    logged("group.update", group(), day, json(before), json(after));
  }

  private String name(int number) {
    return names.getOrDefault(id(number), "Trang " + id(number));
  }

  private String otherGroup() {
    return "o" + seed;
  }

  private void put(int number, List<Predecessor> predecessors) {
    Site site =
        Site.builder()
            .id(id(number))
            .name(name(number))
            .zone(ZoneId.of(ZONES.get((int) (seed + number) % ZONES.size())))
            .group(groups.getOrDefault(id(number), group()))
            .predecessors(predecessors)
            .baseline(baselines.get(id(number)))
            .build();
    dashboard.sites.put(site.id(), site);
    sites.removeIf(known -> known.id().equals(site.id()));
    sites.add(site);
  }

  private Site site(int number) {
    return sites.stream().filter(site -> site.id().equals(id(number))).findFirst().orElseThrow();
  }

  private Site lastSite() {
    return sites.get(sites.size() - 1);
  }

  /** A site that a reader may be allowed to see before it is registered. */
  String laterSite() {
    return id(4);
  }

  private void registered(int number, LocalDate day) {
    logged("site.register", id(number), day, "", "{}");
  }

  /** Enters or corrects a baseline. The definition has it with the next {@link #put}. */
  private void baseline(int number, LocalDate day, long visits) {
    var baseline =
        new Baseline(2 * visits, visits, visits, period.from().minusDays(400), "Bộ đếm cũ", "An");
    Baseline known = baselines.put(id(number), baseline);
    logged("site.baseline", id(number), day, state(known), state(baseline));
  }

  private static String state(@Nullable Baseline baseline) {
    return baseline == null ? "{}" : "{\"baseline\":" + json(baseline) + "}";
  }

  private static String json(Object definition) {
    try {
      return Json.MAPPER.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void logged(String action, String subject, LocalDate day, String before, String after) {
    long noon = day.atTime(12, 0).atZone(Site.DEFAULT_ZONE).toInstant().toEpochMilli();
    tables.insert(
        "INSERT INTO sitepulse.changes (id, at, actor, actor_name, action, subject, before, after)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(List.of(UUID.randomUUID(), noon, "an", "An", action, subject, before, after)));
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

  /** Sets a target that is as old as the group. */
  private void target(int number, Period of, long value) {
    Target target = targetOf(number, of, value);
    dashboard.targets.put(target.id(), target);
  }

  /** Enters a target, or changes its value. */
  private void changeTarget(int number, LocalDate day, Period of, long value) {
    Target after = targetOf(number, of, value);
    Target before = dashboard.targets.get(after.id()).orElse(null);
    String action = before == null ? "target.create" : "target.update";
    logged(action, after.id(), day, before == null ? "" : json(before), json(after));
    dashboard.targets.put(after.id(), after);
  }

  private void removeTarget(int number, LocalDate day) {
    String id = targetId(number);
    Target before = dashboard.targets.get(id).orElseThrow();
    logged("target.remove", id, day, json(before), "");
    dashboard.targets.remove(id);
  }

  private Target targetOf(int number, Period of, long value) {
    Scope scope = number == 5 ? Scope.site(id(0)) : Scope.group(group());
    return new Target(1, targetId(number), scope, Metric.VISITS, of, value, null, "x");
  }

  private String targetId(int number) {
    return "t" + seed + "-" + number;
  }
}
