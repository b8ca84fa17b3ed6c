package io.sitepulse.streams.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.streams.counter.ShardDay;
import io.sitepulse.streams.counter.ShardDays;
import io.sitepulse.streams.counter.ShardPartSerde;
import io.sitepulse.streams.topology.ProcessorTester;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import io.sitepulse.streams.view.ShardEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;

class VisitSessionizerTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private final ProcessorTester tester = new ProcessorTester();
  private final WindowStore<String, VisitDay> visitors =
      tester.windowStore(VisitorDays.NAME, Duration.ofDays(1), new VisitDaySerde());
  private final KeyValueStore<String, ShardDay> shardDays =
      tester.store(ShardDays.NAME, new ShardPartSerde<>(ShardDay.class));

  /** Kafka Streams may start the same processor again, with what the last commit left. */
  @Test
  void aStartAfterAnAbortedTransactionCountsFromTheStores() {
    var sessionizer = new VisitSessionizer();
    var aborted = tester.start(sessionizer, NOON);
    aborted.process("0", views("demo|a", "demo|b"));
    assertThat(totals(aborted)).isEqualTo(new DaySums(2, 2, 2, 0));
    for (String visitor : List.of("demo|a", "demo|b")) {
      visitors.put(visitor, null, startOfDay());
    }
    shardDays.delete(ShardDay.keyOf("demo", DAY));

    var again = tester.start(sessionizer, NOON);
    again.process("0", views("demo|a", "demo|b"));

    assertThat(totals(again)).isEqualTo(new DaySums(2, 2, 2, 0));
  }

  /** Without an entry the store has no offsets, and Kafka Streams takes the task for corrupted. */
  @Test
  void aStartLeavesAnEntryWithoutAVisitor() {
    var running = tester.start(new VisitSessionizer(), NOON);
    assertThat(running.timers()).hasSize(1);
    running.punctuate(NOON);

    assertThat(running.timers()).isEmpty();
    assertThat(running.output()).isEmpty();
    try (var entries = visitors.all()) {
      assertThat(entries).toIterable().hasSize(1);
    }
    VisitorDays.forEachLastView(
        visitors,
        DAY.minusDays(1),
        DAY.plusDays(1),
        (visitor, at) -> {
          throw new AssertionError("nobody was here: " + visitor);
        });
  }

  @Test
  void aRestartFindsVisitorsAndTotalsInTheStores() {
    tester.start(new VisitSessionizer(), NOON).process("0", views("demo|a", "demo|b"));

    var restarted = tester.start(new VisitSessionizer(), NOON);
    restarted.process("0", views("demo|b", "demo|c"));

    assertThat(totals(restarted)).isEqualTo(new DaySums(4, 3, 3, 0));
  }

  @Test
  void theVisitsOfAnotherDayAreNotThoseOfThisOne() {
    var running = tester.start(new VisitSessionizer(), NOON);
    Duration day = Duration.ofDays(1);
    running.process("0", views("demo|a"));
    running.process("0", new ShardEvents(List.of(view("demo|a", NOON.plus(day), DAY.plusDays(1)))));
    running.process("0", views("demo|a"));

    assertThat(totals(running)).isEqualTo(new DaySums(2, 1, 1, 0));
    assertThat(visitors.fetch("demo|a", startOfDay() + day.toMillis())).isNotNull();
  }

  private static DaySums totals(ProcessorTester.Run<ShardEvents> run) {
    var last = run.output().get(run.output().size() - 1);
    return ((ShardDay) last.value).sums();
  }

  private static ShardEvents views(String... names) {
    return new ShardEvents(Arrays.stream(names).map(name -> view(name, NOON, DAY)).toList());
  }

  private static ShardEvents.VisitorEvent view(String visitor, Instant at, LocalDate day) {
    return new ShardEvents.VisitorEvent(
        visitor, new ClassifiedEvent(EventOutcome.VIEW, day, at, 0, false));
  }

  private static long startOfDay() {
    return Duration.ofDays(DAY.toEpochDay()).toMillis();
  }
}
