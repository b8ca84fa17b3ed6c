package io.sitepulse.local.sink;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectedEvent;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One of everything the sink knows, several times over. */
final class Sample {
  static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private Sample() {}

  static void everything(Plumbing plumbing) throws Exception {
    for (int i = 0; i < 60; i++) {
      send(plumbing, view("all", new UUID(7, i % 40), "t" + i));
      day(plumbing, i);
      online(plumbing, i);
      faults(plumbing, i);
      votes(plumbing, i);
    }
    definitions(plumbing);
    plumbing.sendUnreadable();
    plumbing.flush();
  }

  static PageView view(String site, UUID id, String title) {
    return PageView.builder()
        .id(id)
        .site(site)
        .day(DAY)
        .visitor("fedcba9876543210")
        .at(NOON.plusMillis(123))
        .received(NOON.plusMillis(456))
        .page("/" + title)
        .title(title)
        .referrer("example.vn/tin")
        .language("vi")
        .agent(new Agent("Phone", "Chrome", "Android", null))
        .engagedMs(1500)
        .country("VN")
        .campaign(new Campaign("Tết", "zalo", "oa", "từ khóa", "ảnh 1"))
        .build();
  }

  static void send(Plumbing plumbing, PageView event) {
    sendTogether(plumbing, event);
  }

  /** Sends events in one record. */
  static void sendTogether(Plumbing plumbing, PageView... events) {
    List<byte[]> entries = Stream.of(events).map(EventPack::entry).toList();
    plumbing.send(new ProducerRecord<>(Topics.PAGE_VIEWS.name(), 0, "", EventPack.of(entries)));
  }

  /** Sends an event as versions before packs did. */
  static void sendJson(Plumbing plumbing, PageView event) {
    plumbing.send(Topics.PAGE_VIEWS, Topics.keyOf(event), event);
  }

  private static void day(Plumbing plumbing, int i) {
    var ledger = new Ledger(i + 4, i, 1, 1, 1, Map.of(Reason.TOO_OLD, 1L), 0);
    var day = new SiteDay(1, "all", DAY.plusDays(i % 3), NOON, new DaySums(i, 2, 1, 900), ledger);
    plumbing.send(Topics.SITE_DAYS, Topics.key("all", day.day().toString()), day);
    plumbing.send(
        Topics.REJECTED_EVENTS,
        "all",
        new RejectedEvent(1, "page-views-0-" + i, "t", "all", DAY, Reason.TOO_OLD, NOON, "{'\\"));
  }

  private static void faults(Plumbing plumbing, int i) {
    var refused = Map.of(Reason.ORIGIN, Map.of("https://moi'.vn", i + 1L, "", 1L));
    var faults =
        new CollectorFaults(
            1,
            i % 2 == 0 ? "all" : null,
            DAY,
            "run" + i % 3,
            NOON,
            refused,
            Map.of("10.0.0.7", 1L),
            Map.of("1.0.0", i + 1L));
    plumbing.send(Topics.COLLECTOR_FAULTS, faults.recordKey(), faults);
  }

  private static void online(Plumbing plumbing, int i) {
    var counters = SiteCounters.none("all").withOnline(i * 7 % 13, NOON.plusSeconds(i * 5L));
    plumbing.send(Topics.SITE_COUNTERS, "all", counters);
  }

  private static void votes(Plumbing plumbing, int i) {
    String voter = String.format(java.util.Locale.ROOT, "%032x", i % 20);
    var vote = new PollVote(1, new UUID(9, i % 50), "useful", voter, List.of("a'", "b"), NOON);
    plumbing.send(Topics.POLL_VOTES, Topics.key("useful", voter), vote);
    var tally =
        new PollTally(
            1,
            "useful",
            NOON,
            new TreeMap<>(Map.of("a", (long) i)),
            i,
            new VoteLedger(i + 2, i, 1, 0, Map.of(Reason.CLOSED, 1L)));
    plumbing.send(Topics.POLL_TALLIES, "useful", tally);
  }

  private static void definitions(Plumbing plumbing) {
    var baseline = new Baseline(676_536, 500_000, 300_000, DAY, "old counter", "admin");
    var site =
        Site.builder()
            .id("all")
            .name("Cổng 'một'")
            .baseline(baseline)
            .pageParameters(List.of("id"))
            .build();
    plumbing.send(Topics.SITES, "all", site);
    plumbing.send(Topics.SITES, "zoned", Site.of("zoned", Site.DEFAULT_ZONE));
    plumbing.send(Topics.POLLS, "useful", poll("useful"));
    plumbing.send(Topics.POLLS, "gone", poll("gone"));
    management(plumbing);
  }

  private static void management(Plumbing plumbing) {
    plumbing.send(Topics.GROUPS, "so", new Group(1, "so", "Khối 'sở'", 0));
    var target =
        new Target(
            1, "t", Scope.group("so"), Metric.VISITS, Period.parse("2026-H2"), 9, null, "an");
    plumbing.send(Topics.TARGETS, "t", target);
    for (int i = 0; i < 6; i++) {
      var change =
          Change.builder()
              .id(new UUID(8, i))
              .at(NOON)
              .by("an", "An")
              .action("target.update")
              .subject("t")
              .after(Map.of("n", i))
              .build();
      plumbing.send(Topics.CHANGES, "t", change);
      var ledger = new Ledger(i, i, 0, 0, 0, Map.of(), 0);
      var day =
          new ImportedDay(
              1, "all", DAY.minusYears(1), new DaySums(i, 0, 0, 0), ledger, false, "sổ cũ", "an");
      plumbing.send(Topics.IMPORTED_DAYS, day.key().toString(), day);
    }
  }

  private static Poll poll(String id) {
    return Poll.builder()
        .id(id)
        .site("all")
        .question("Theo bạn thông tin nội dung website thế nào?")
        .options(List.of(new Option("a", "Hữu ích"), new Option("b", "Dễ sử dụng")))
        .changeable(true)
        .build();
  }
}
