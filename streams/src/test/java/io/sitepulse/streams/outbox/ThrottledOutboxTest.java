package io.sitepulse.streams.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.streams.topology.ProcessorTester;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThrottledOutboxTest {
  private static final Duration INTERVAL = Duration.ofMillis(25);
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final ProcessorTester tester = new ProcessorTester();
  private final KeyValueStore<String, String> states = tester.store("states", Serdes.String());

  @BeforeEach
  void addOutbox() {
    tester.store(ThrottledOutbox.outboxOf("states"), Serdes.ByteArray());
  }

  @Test
  void theLatestPendingStatesAreEmittedAfterACrash() {
    var crashed = start();
    change(crashed, "a", "1");
    change(crashed, "a", "2");
    change(crashed, "b", "1");

    var restarted = start();
    restarted.punctuate(NOON);

    assertThat(restarted.output())
        .containsExactlyInAnyOrder(KeyValue.pair("a", "2"), KeyValue.pair("b", "1"));
  }

  @Test
  void onlyTheLatestStateIsEmittedAndOnlyOnce() {
    var running = start();
    change(running, "a", "1");
    change(running, "a", "2");
    running.punctuate(NOON);
    running.punctuate(NOON.plus(INTERVAL));

    assertThat(running.output()).containsExactly(KeyValue.pair("a", "2"));

    var restarted = start();
    restarted.punctuate(NOON.plus(INTERVAL));
    assertThat(restarted.output()).isEmpty();
  }

  @Test
  void theTimerRunsOnlyWhileAKeyIsPending() {
    var running = start();
    assertThat(running.timers()).isEmpty();

    change(running, "a", "1");
    change(running, "b", "1");
    assertThat(running.timers()).containsExactly(INTERVAL);
    running.punctuate(NOON);
    assertThat(running.timers()).isEmpty();

    change(running, "a", "2");
    assertThat(running.timers()).containsExactly(INTERVAL);
    assertThat(start().timers()).containsExactly(INTERVAL);
  }

  private ProcessorTester.Run<String> start() {
    return tester.start(new ThrottledOutbox<String>("states", INTERVAL), NOON);
  }

  private void change(ProcessorTester.Run<String> outbox, String key, String state) {
    states.put(key, state);
    outbox.process(key, state);
  }
}
