package io.sitepulse.streams.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.streams.counter.ShardOnline;
import io.sitepulse.streams.topology.ProcessorTester;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import io.sitepulse.streams.view.ShardEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class OnlineVisitorsTest {
  private static final Duration INTERVAL = Duration.ofMillis(25);
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private final ProcessorTester tester = new ProcessorTester();
  private final KeyValueStore<String, Long> store =
      tester.store(OnlineVisitors.STORE, Serdes.Long());

  @Test
  void visitorsStayOnlineAfterARestartAndGoOfflineOnTime() {
    var crashed = tester.start(new OnlineVisitors(INTERVAL), NOON);
    crashed.process("0", view("demo|a", NOON));
    crashed.process("0", view("demo|b", NOON.minusSeconds(60)));
    crashed.process("0", view("other|c", NOON.minusSeconds(60)));

    var restarted = tester.start(new OnlineVisitors(INTERVAL), NOON);
    restarted.punctuate(NOON.plus(Duration.ofMinutes(4)));

    assertThat(restarted.output())
        .extracting(record -> record.value)
        .contains(new ShardOnline("demo", 0, 1), new ShardOnline("other", 0, 0));
    assertThat(store.get("demo|a")).isNotNull();
    assertThat(store.get("demo|b")).isNull();
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
      running.process("0", view("demo|a", at));
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
      assertThat(restarted.output()).last().extracting(o -> o.value).isEqualTo(online(left));
      assertThat(store.approximateNumEntries()).isEqualTo(left);
    }
    assertThat(restarted.timers()).isEmpty();
  }

  private static ShardOnline online(long visitors) {
    return new ShardOnline("demo", 0, visitors);
  }

  private static ShardEvents view(String visitor, Instant at) {
    var event = new ClassifiedEvent(EventOutcome.VIEW, DAY, at, 0, false);
    return new ShardEvents(List.of(new ShardEvents.VisitorEvent(visitor, event)));
  }
}
