package io.sitepulse.streams.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.runtime.kafka.JsonSerde;
import io.sitepulse.streams.topology.ProcessorTester;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteAggregatorTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final ProcessorTester tester = new ProcessorTester();

  @BeforeEach
  void addStores() {
    tester.store(SiteStores.SHARD_DAYS, new JsonSerde<>(ShardDay.class));
    tester.store(SiteStores.SHARD_ONLINE, Serdes.Long());
    tester.store(SiteStores.DAYS, new JsonSerde<>(SiteDay.class));
    tester.store(SiteStores.COUNTERS, new JsonSerde<>(SiteCounters.class));
  }

  @Test
  void countersAreRepeatedOnlyWhileVisitorsAreOnline() {
    var running = start();
    assertThat(running.timers()).isEmpty();

    process(running, new ShardOnline("demo", 0, 2));
    assertThat(running.timers()).containsExactly(SiteAggregator.REPEAT);
    assertThat(start().timers()).containsExactly(SiteAggregator.REPEAT);

    int before = running.output().size();
    running.punctuate(NOON.plus(Duration.ofSeconds(30)));
    assertThat(running.output()).hasSize(before + 1);

    process(running, new ShardOnline("demo", 0, 0));
    assertThat(running.timers()).isEmpty();
    assertThat(start().timers()).isEmpty();
  }

  @Test
  void countersAreForwardedOnlyIfAFigureChangesButLedgersAlways() {
    var running = start();
    ShardDay empty = ShardDay.none("demo", LocalDate.parse("2026-11-21"), 0);
    ShardDay view = empty.with(new DaySums(1, 1, 1, 0), ledger(1, 0));

    process(running, empty.with(DaySums.ZERO, ledger(0, 1)));
    assertThat(last(running).counters()).isNull();
    assertThat(last(running).days()).hasSize(1);

    process(running, view);
    assertThat(last(running).changedCounters())
        .extracting(counters -> counters.total().views())
        .containsExactly(1L);

    process(running, view.with(view.sums(), ledger(1, 1)));
    assertThat(last(running).changedCounters()).isEmpty();
    assertThat(last(running).day()).isNotNull();
    assertThat(last(running).days().get(0).value.ledger()).isEqualTo(ledger(1, 1));

    process(running, new ShardOnline("demo", 0, 1));
    assertThat(last(running).changedCounters()).extracting(SiteCounters::online).contains(1L);
    process(running, new ShardOnline("demo", 0, 1));
    assertThat(last(running).changedCounters()).isEmpty();
  }

  private static Ledger ledger(long views, long bots) {
    return new Ledger(views + bots, views, 0, 0, bots, Map.of(), 0);
  }

  @Test
  void partsThatShareARecordAreAddedEach() {
    var running = start();
    LocalDate day = LocalDate.parse("2026-11-21");
    ShardDay view = ShardDay.none("demo", day, 0).with(new DaySums(1, 1, 1, 0), ledger(1, 0));
    ShardDay other = ShardDay.none("other", day, 0).with(new DaySums(2, 1, 1, 0), ledger(2, 0));

    running.process("0", new ShardParts(List.of(view, other, new ShardOnline("demo", 0, 1))));

    assertThat(running.output())
        .extracting(output -> output.key)
        .containsExactly("demo", "other", "demo");
    assertThat(last(running).changedCounters())
        .singleElement()
        .satisfies(
            counters -> {
              assertThat(counters.total().views()).isEqualTo(1);
              assertThat(counters.online()).isEqualTo(1);
            });
  }

  private static void process(ProcessorTester.Run<ShardParts> running, ShardPart part) {
    running.process("0", new ShardParts(List.of(part)));
  }

  private static SiteUpdate last(ProcessorTester.Run<ShardParts> running) {
    return (SiteUpdate) running.output().get(running.output().size() - 1).value;
  }

  private ProcessorTester.Run<ShardParts> start() {
    return tester.start(new SiteAggregator(), NOON);
  }
}
