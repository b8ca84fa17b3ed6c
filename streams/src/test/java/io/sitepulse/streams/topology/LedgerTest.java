package io.sitepulse.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Compares the output for random events in random order with a naive recount. */
class LedgerTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final Random random = new Random(20261121);
  private final List<UUID> ids = new ArrayList<>();

  @Test
  void ledgersAndTotalsEqualANaiveRecount() {
    List<PageView> events = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      events.add(event(i));
    }
    try (var counting = CountingTester.startAt(NOON)) {
      for (int i = 0; i < events.size(); i++) {
        counting.send(events.get(i));
        if (random.nextInt(100) == 0) {
          counting.settle();
        }
      }
      var days = counting.days();
      var recount = new Recount(events);

      assertThat(days.keySet()).isEqualTo(recount.received.keySet());
      days.forEach((key, day) -> assertThat(day.sums()).as(key).isEqualTo(recount.sums(key)));
      days.forEach(
          (key, day) -> assertThat(day.ledger().received()).isEqualTo(recount.received.get(key)));
      assertThat(total(days)).isEqualTo(events.size());
      assertThat(counting.counters("demo").total()).isEqualTo(recount.total("demo|"));
    }
  }

  private PageView event(int i) {
    Instant received = NOON.plusSeconds(i * 60L);
    Duration late =
        switch (random.nextInt(6)) {
          case 0 -> Duration.ofMinutes(random.nextInt(24 * 60));
          case 1 -> Duration.ofMinutes(random.nextInt(26 * 60));
          default -> Duration.ZERO;
        };
    Instant at = received.minus(late);
    var event = random.nextInt(4) == 0 ? Events.heartbeat(at).engaged(60_000) : Events.view(at);
    event.late(late).by(random.nextInt(5)).id(anId());
    if (random.nextInt(10) == 0) {
      event.anonymous();
    }
    if (random.nextInt(12) == 0) {
      event.bot();
    }
    return random.nextInt(3) == 0
        ? event.site("ny", ZoneId.of("America/New_York")).build()
        : event.build();
  }

  private UUID anId() {
    if (!ids.isEmpty() && random.nextInt(8) == 0) {
      int back = Math.min(ids.size(), 2000);
      return ids.get(ids.size() - 1 - random.nextInt(back));
    }
    ids.add(new UUID(random.nextLong(), random.nextLong()));
    return ids.get(ids.size() - 1);
  }

  private static long total(Map<String, SiteDay> days) {
    return days.values().stream().map(SiteDay::ledger).mapToLong(Ledger::received).sum();
  }

  /** An independent count by the definitions of docs/glossary.md, without state between events. */
  private static final class Recount {
    final Map<String, Long> received = new HashMap<>();
    final List<PageView> counted = new ArrayList<>();

    Recount(List<PageView> events) {
      Map<String, Instant> seen = new HashMap<>();
      for (PageView event : events) {
        received.merge(day(event), 1L, Long::sum);
        Instant last = seen.put(event.site() + event.id(), event.received());
        boolean repeated =
            last != null
                && Duration.between(last, event.received()).compareTo(Duration.ofHours(24)) <= 0;
        boolean tooOld = event.at().isBefore(event.received().minus(Duration.ofHours(24)));
        if (!repeated && !tooOld && !event.isBot()) {
          counted.add(event);
        }
      }
    }

    DaySums sums(String day) {
      return of(counted.stream().filter(event -> day(event).equals(day)).toList());
    }

    DaySums total(String site) {
      return received.keySet().stream()
          .filter(day -> day.startsWith(site))
          .map(this::sums)
          .reduce(DaySums.ZERO, DaySums::plus);
    }

    private static DaySums of(List<PageView> events) {
      Set<String> visitors = new TreeSet<>();
      Map<String, Instant> last = new HashMap<>();
      long visits = 0;
      var views = new HashSet<PageView>();
      for (PageView event : events.stream().sorted(Comparator.comparing(PageView::at)).toList()) {
        if (event.kind() == EventKind.VIEW) {
          views.add(event);
          String visitor = event.visitor();
          if (visitor != null) {
            visitors.add(visitor);
            Instant before = last.put(visitor, event.at());
            visits += before == null || isGap(before, event.at()) ? 1 : 0;
          }
        }
      }
      long engaged = events.stream().mapToLong(PageView::engagedMs).sum();
      return new DaySums(views.size(), visits, visitors.size(), engaged);
    }

    private static boolean isGap(Instant before, Instant after) {
      return Duration.between(before, after).compareTo(Duration.ofMinutes(30)) > 0;
    }

    private static String day(PageView event) {
      return event.site() + "|" + event.day();
    }
  }
}
