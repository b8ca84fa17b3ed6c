package io.sitepulse.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.streams.counter.ShardOnline;
import io.sitepulse.streams.online.OnlineVisitors;
import io.sitepulse.streams.outbox.ThrottledOutbox;
import io.sitepulse.streams.view.ClassifiedEvent;
import io.sitepulse.streams.view.EventOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What a crash leaves is in the stores alone; a processor made anew over them loses nothing. */
class RestartTest {
  private static final Duration INTERVAL = Duration.ofMillis(25);
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private final MockProcessorContext<String, Object> before = new MockProcessorContext<>();
  private final KeyValueStore<String, String> states = store("states", Serdes.String());
  private final KeyValueStore<String, byte[]> outbox = store("states-outbox", Serdes.ByteArray());
  private final KeyValueStore<String, Long> online = store(OnlineVisitors.STORE, Serdes.Long());

  @Test
  void whatWaitedIsHandedOnInItsLastState() {
    var crashed = start(new ThrottledOutbox<String>("states", INTERVAL), before);
    change(crashed, "a", "1");
    change(crashed, "a", "2");
    change(crashed, "b", "1");

    var after = new MockProcessorContext<String, Object>();
    start(new ThrottledOutbox<String>("states", INTERVAL), after);
    punctuate(after, NOON);

    assertThat(after.forwarded())
        .extracting(forward -> forward.record().key() + "=" + forward.record().value())
        .containsExactlyInAnyOrder("a=2", "b=1");
  }

  @Test
  void ofSeveralStatesOnlyTheLastIsHandedOnAndOnlyOnce() {
    var running = start(new ThrottledOutbox<String>("states", INTERVAL), before);
    change(running, "a", "1");
    change(running, "a", "2");
    punctuate(before, NOON);
    punctuate(before, NOON.plus(INTERVAL));

    assertThat(before.forwarded())
        .extracting(forward -> (Object) forward.record().value())
        .containsExactly("2");

    var after = new MockProcessorContext<String, Object>();
    start(new ThrottledOutbox<String>("states", INTERVAL), after);
    punctuate(after, NOON.plus(INTERVAL));
    assertThat(after.forwarded()).isEmpty();
  }

  @Test
  void whoWasOnlineIsOnlineAfterARestartAndLeavesOnTime() {
    before.setCurrentSystemTimeMs(NOON.toEpochMilli());
    var crashed = start(new OnlineVisitors(INTERVAL), before);
    crashed.process(new Record<>("demo|a", view(NOON), 0));
    crashed.process(new Record<>("demo|b", view(NOON.minusSeconds(60)), 0));
    crashed.process(new Record<>("other|c", view(NOON.minusSeconds(60)), 0));

    var after = new MockProcessorContext<String, Object>();
    start(new OnlineVisitors(INTERVAL), after);
    punctuate(after, NOON.plus(Duration.ofMinutes(4)));

    assertThat(after.forwarded())
        .extracting(forward -> (Object) forward.record().value())
        .contains(new ShardOnline("demo", 0, 1), new ShardOnline("other", 0, 0));
    assertThat(online.get("demo|a")).isNotNull();
    assertThat(online.get("demo|b")).isNull();
  }

  private void change(Processor<String, String, ?, ?> handOver, String key, String state) {
    states.put(key, state);
    handOver.process(new Record<>(key, state, 0));
  }

  private <K, V, W> Processor<K, V, String, W> start(
      Processor<K, V, String, W> processor, MockProcessorContext<String, Object> context) {
    context.addStateStore(states);
    context.addStateStore(outbox);
    context.addStateStore(online);
    // The mock's forwards are looked at as objects; their type does not matter to the processor.
    @SuppressWarnings({"unchecked", "rawtypes"})
    MockProcessorContext<String, W> typed = (MockProcessorContext) context;
    processor.init(typed);
    return processor;
  }

  private static void punctuate(MockProcessorContext<String, Object> context, Instant now) {
    context
        .scheduledPunctuators()
        .forEach(punctuator -> punctuator.getPunctuator().punctuate(now.toEpochMilli()));
  }

  private static ClassifiedEvent view(Instant at) {
    return new ClassifiedEvent(EventOutcome.VIEW, DAY, at, 0, false);
  }

  private <V> KeyValueStore<String, V> store(String name, Serde<V> value) {
    var store =
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), value)
            .withLoggingDisabled()
            .build();
    store.init(before.getStateStoreContext(), store);
    return store;
  }
}
