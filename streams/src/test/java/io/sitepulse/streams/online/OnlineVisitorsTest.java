package io.sitepulse.streams.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.streams.counter.ShardOnline;
import io.sitepulse.streams.topology.ProcessorTester;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import io.sitepulse.streams.view.ShardEvents;
import io.sitepulse.streams.visit.VisitDay;
import io.sitepulse.streams.visit.VisitDaySerde;
import io.sitepulse.streams.visit.VisitorDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;

class OnlineVisitorsTest {
  private static final Duration INTERVAL = Duration.ofMillis(25);
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private final ProcessorTester tester = new ProcessorTester();
  private final KeyValueStore<String, Long> store =
      tester.store(OnlineVisitors.STORE, Serdes.Long());

  private final WindowStore<String, VisitDay> visitors =
      tester.windowStore(VisitorDays.NAME, Duration.ofDays(1), new VisitDaySerde());

  @Test
  void visitorsOfRecentViewsStayOnlineAfterARestartAndGoOfflineOnTime() {
    var crashed = tester.start(new OnlineVisitors(INTERVAL), NOON);
    viewAndStore(crashed, "demo|a", NOON);
    viewAndStore(crashed, "demo|b", NOON.minusSeconds(60));
    viewAndStore(crashed, "other|c", NOON.minusSeconds(60));

    var restarted = tester.start(new OnlineVisitors(INTERVAL), NOON);
    restarted.punctuate(NOON.plus(Duration.ofMinutes(4)));
    restarted.punctuate(NOON.plus(Duration.ofMinutes(4)).plus(INTERVAL.multipliedBy(2)));

    assertThat(restarted.output())
        .extracting(record -> record.value)
        .contains(new ShardOnline("demo", 0, 1), new ShardOnline("other", 0, 0));
    assertThat(store.get("demo|")).isNotNull();
    assertThat(store.get("other|")).isNull();
  }

  @Test
  void ofManyBusySitesEachIsForwardedOnceASecondAndAQuietOneAtOnce() {
    var running = tester.start(new OnlineVisitors(INTERVAL), NOON);
    for (int step = 0; step <= 80; step++) {
      Instant now = NOON.plus(INTERVAL.multipliedBy(step));
      for (int site = 0; site < 100; site++) {
        viewAndStore(running, "site" + site + "|" + step, now);
      }
      if (step == 33) {
        viewAndStore(running, "quiet|a", now);
      }
      running.punctuate(now);
      if (step == 33) {
        assertThat(running.output()).extracting(record -> record.key).contains("quiet");
      }
    }

    var counts = new HashMap<String, Integer>();
    running.output().forEach(record -> counts.merge(record.key, 1, Integer::sum));
    assertThat(counts).hasSize(101).containsEntry("quiet", 1);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(1, 3));
  }

  @Test
  void visitorsOfRecentHeartbeatsStayOnlineAfterARestart() {
    viewAndStore(tester.start(new OnlineVisitors(INTERVAL), NOON), "demo|a", NOON);
    Instant later = NOON.plus(Duration.ofMinutes(4));
    tester.start(new OnlineVisitors(INTERVAL), later).process("0", heartbeat("demo|a", later));

    Instant afterwards = NOON.plus(Duration.ofMinutes(8));
    var restarted = tester.start(new OnlineVisitors(INTERVAL), afterwards);
    restarted.punctuate(afterwards);
    assertThat(restarted.output()).last().extracting(o -> o.value).isEqualTo(online(1));

    restarted.punctuate(NOON.plus(Duration.ofMinutes(9)));
    assertThat(restarted.output()).last().extracting(o -> o.value).isEqualTo(online(0));
    assertThat(store.approximateNumEntries()).isZero();
  }

  /** The counter would show them for ever. */
  @Test
  void aSiteWhoseVisitorsLeftDuringAStopGetsItsZero() {
    var stopped = tester.start(new OnlineVisitors(INTERVAL), NOON);
    viewAndStore(stopped, "demo|a", NOON);
    stopped.punctuate(NOON);
    assertThat(stopped.output()).last().extracting(o -> o.value).isEqualTo(online(1));

    Instant later = NOON.plus(Duration.ofHours(1));
    var restarted = tester.start(new OnlineVisitors(INTERVAL), later);
    restarted.punctuate(later);

    assertThat(restarted.output()).extracting(o -> o.value).containsExactly(online(0));
    assertThat(store.approximateNumEntries()).isZero();
    assertThat(restarted.timers()).isEmpty();
  }

  @Test
  void viewsOfTheLocalDaysAroundMidnightAreFoundAtAStart() {
    for (int day = -1; day <= 1; day++) {
      String visitor = "demo|" + day;
      visitors.put(visitor, VisitDay.NONE.add(NOON).after(), startOf(DAY.plusDays(day)));
    }
    visitors.put(
        "demo|earlier",
        VisitDay.NONE.add(NOON.minus(OnlineTimerWheel.ONLINE)).after(),
        startOf(DAY));

    var running = tester.start(new OnlineVisitors(INTERVAL), NOON);
    running.punctuate(NOON);

    assertThat(running.output()).last().extracting(o -> o.value).isEqualTo(online(3));
  }

  /** The same person has another pseudonym after the site's midnight. */
  @Test
  void aVisitorWhosePseudonymHasEndedIsOfflineAndStaysSo() {
    var running = tester.start(new OnlineVisitors(INTERVAL), NOON);
    viewAndStore(running, "demo|old", NOON.minusSeconds(60));
    running.process("0", view("demo|new", NOON));
    running.process("0", departed("demo|old", NOON));
    running.process("0", departed("demo|old", NOON));
    running.process("0", heartbeat("demo|old", NOON.minusSeconds(1))); // Late.
    running.punctuate(NOON);
    assertThat(running.output()).last().extracting(o -> o.value).isEqualTo(online(1));

    viewAndStore(running, "demo|new", NOON);
    var restarted = tester.start(new OnlineVisitors(INTERVAL), NOON);
    restarted.process("0", heartbeat("demo|old", NOON.minusSeconds(1)));
    restarted.punctuate(NOON);
    assertThat(restarted.output()).last().extracting(o -> o.value).isEqualTo(online(1));

    restarted.punctuate(NOON.plus(Duration.ofMinutes(5)));
    assertThat(restarted.output()).last().extracting(o -> o.value).isEqualTo(online(0));
    assertThat(store.approximateNumEntries()).isZero();
    assertThat(restarted.timers()).isEmpty();
  }

  @Test
  void aDepartureThatComesBeforeTheVisitorsLastEventHolds() {
    var running = tester.start(new OnlineVisitors(INTERVAL), NOON);
    running.process("0", departed("demo|old", NOON.minus(Duration.ofMinutes(5))));
    assertThat(store.approximateNumEntries()).isZero();

    running.process("0", departed("demo|old", NOON));
    running.process("0", view("demo|old", NOON.minusSeconds(1)));
    running.punctuate(NOON);

    assertThat(running.output()).isEmpty();
    running.punctuate(NOON.plus(Duration.ofMinutes(5)));
    assertThat(store.approximateNumEntries()).isZero();
  }

  @Test
  void timersRunOnlyForAChangedCountAndForTheNextVisitorThatIsDue() {
    var running = tester.start(new OnlineVisitors(INTERVAL), NOON);
    assertThat(running.timers()).isEmpty();

    running.process("0", view("demo|a", NOON));
    running.process("0", view("demo|a", NOON.minusSeconds(1)));
    assertThat(running.timers()).containsExactlyInAnyOrder(INTERVAL, Duration.ofMinutes(5));

    running.process("0", view("demo|b", NOON.minus(Duration.ofMinutes(4))));
    assertThat(running.timers()).containsExactlyInAnyOrder(INTERVAL, Duration.ofMinutes(1));

    running.punctuate(NOON);
    assertThat(running.output()).last().extracting(o -> o.value).isEqualTo(online(2));

    running.punctuate(NOON.plus(Duration.ofMinutes(1)));
    assertThat(running.output()).last().extracting(o -> o.value).isEqualTo(online(1));
    assertThat(running.timers()).containsExactly(Duration.ofMinutes(4));

    running.punctuate(NOON.plus(Duration.ofMinutes(5)));
    assertThat(running.output()).last().extracting(o -> o.value).isEqualTo(online(0));
    assertThat(running.timers()).isEmpty();
  }

  @Test
  void theStoredTimeIsAtMostItsPrecisionBehind() {
    var running = tester.start(new OnlineVisitors(INTERVAL), NOON);
    long stored = 0;
    int writes = 0;
    for (int second = 0; second <= 120; second++) {
      Instant at = NOON.minusSeconds(120 - second);
      running.process("0", heartbeat("demo|a", at));
      long now = store.get("demo|a");
      assertThat(at.toEpochMilli() - now).isBetween(0L, OnlineVisitors.STORED_TO - 1);
      writes += now == stored ? 0 : 1;
      stored = now;
    }
    assertThat(writes).isLessThanOrEqualTo(9);
  }

  @Test
  void ofManyVisitorsThatAreDueOnlySomeAreRemovedAtOnce() {
    int visitors = 2 * OnlineTimerWheel.MAX_CHECKED + 1;
    for (int i = 0; i < visitors; i++) {
      store.put("demo|" + i, NOON.plusSeconds(i % 3).toEpochMilli());
    }
    Instant later = NOON.plus(Duration.ofHours(1));
    var restarted = tester.start(new OnlineVisitors(INTERVAL), later);

    for (int left : new int[] {OnlineTimerWheel.MAX_CHECKED + 1, 1, 0}) {
      assertThat(restarted.timers()).contains(INTERVAL);
      restarted.punctuate(later);
      assertThat(store.approximateNumEntries()).isEqualTo(left);
      later = later.plus(INTERVAL);
    }
    restarted.punctuate(later);
    assertThat(restarted.output())
        .extracting(o -> o.value)
        .containsExactly(
            online(visitors), online(OnlineTimerWheel.MAX_CHECKED + 1), online(1), online(0));
    assertThat(restarted.timers()).isEmpty();
  }

  private static ShardOnline online(long visitors) {
    return new ShardOnline("demo", 0, visitors);
  }

  /** As the topology does: what comes before this processor stores the visit. */
  private void viewAndStore(ProcessorTester.Run<ShardEvents> run, String visitor, Instant at) {
    visitors.put(visitor, VisitDay.NONE.add(at).after(), startOf(DAY));
    run.process("0", view(visitor, at));
  }

  private static long startOf(LocalDate day) {
    return Duration.ofDays(day.toEpochDay()).toMillis();
  }

  private static ShardEvents view(String visitor, Instant at) {
    return event(EventOutcome.VIEW, visitor, at);
  }

  private static ShardEvents heartbeat(String visitor, Instant at) {
    return event(EventOutcome.HEARTBEAT, visitor, at);
  }

  private static ShardEvents departed(String visitor, Instant at) {
    return event(EventOutcome.DEPARTED, visitor, at);
  }

  private static ShardEvents event(EventOutcome outcome, String visitor, Instant at) {
    var event = new ClassifiedEvent(outcome, DAY, at, 0, false);
    return new ShardEvents(List.of(new ShardEvents.VisitorEvent(visitor, event)));
  }
}
