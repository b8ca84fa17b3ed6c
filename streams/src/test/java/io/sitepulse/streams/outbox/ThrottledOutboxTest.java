package io.sitepulse.streams.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.streams.topology.ProcessorTester;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ThrottledOutboxTest {
  private static final Duration INTERVAL = Duration.ofMillis(25);
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final ProcessorTester tester = new ProcessorTester();
  private final KeyValueStore<String, String> states = tester.store("states", Serdes.String());

  private final KeyValueStore<String, byte[]> outbox =
      tester.store(ThrottledOutbox.outboxOf("states"), Serdes.ByteArray());

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
  }

  /** The keys of a round share a record, so that its receiver can put them together. */
  @Test
  void aRoundIsOneRecord() {
    var running = start();
    change(running, "a", "1");
    change(running, "b", "1");
    running.punctuate(NOON);

    assertThat(running.output()).hasSize(2);
    assertThat(running.forwarded()).isEqualTo(1);
  }

  @Test
  void aKeyThatChangesAllTheTimeIsAddedToTheOutboxOnceAndThenForgotten() {
    var running = start();
    change(running, "a", "0");
    byte[] added = outbox.delete("a"); // A second addition would show.
    for (int step = 1; step < 100; step++) {
      change(running, "a", Integer.toString(step));
      running.punctuate(NOON.plusSeconds(step));
    }
    assertThat(outbox.get("a")).isNull();

    outbox.put("a", added);
    running.punctuate(NOON.plusSeconds(99).plus(ThrottledOutbox.REMEMBERED));
    assertThat(outbox.get("a")).isNull();
    assertThat(running.timers()).isEmpty();

    change(running, "a", "100");
    assertThat(outbox.get("a")).isEqualTo(added);
  }

  @Test
  void aKeyThatIsPendingIsNeverForgotten() {
    var running = start();
    change(running, "a", "1");
    running.punctuate(NOON);
    change(running, "a", "2");
    running.punctuate(NOON.plus(INTERVAL).minusMillis(1)); // Its pause has not ended.
    running.punctuate(ThrottledOutbox.REMEMBERED, NOON.plus(ThrottledOutbox.REMEMBERED));

    var restarted = start();
    restarted.punctuate(NOON);
    assertThat(restarted.output()).containsExactly(KeyValue.pair("a", "2"));
  }

  @Test
  void aKeyIsEmittedAtOnceAndThenAsOftenAsTheNumberOfPendingKeysAllows() {
    var running = start();
    Map<String, List<Integer>> outputs = new HashMap<>();
    int keys = 10;
    for (int step = 0; step < 80; step++) {
      for (int key = 0; key < keys; key++) {
        change(running, "key" + key, Integer.toString(step));
      }
      int before = running.output().size();
      running.punctuate(NOON.plus(INTERVAL.multipliedBy(step)));
      for (var output : running.output().subList(before, running.output().size())) {
        assertThat(output.value).isEqualTo(Integer.toString(step));
        outputs.computeIfAbsent(output.key, unused -> new ArrayList<>()).add(step);
      }
    }

    assertThat(outputs).hasSize(keys);
    assertThat(outputs.values())
        .allSatisfy(steps -> assertThat(steps).containsExactly(0, 10, 20, 30, 40, 50, 60, 70));
  }

  @Test
  void withManyPendingKeysEachIsEmittedOnceASecond() {
    var outputs = outputsOfManyKeys(0);

    assertThat(outputs).hasSize(500);
    assertThat(outputs.values())
        .allSatisfy(
            steps -> {
              assertThat(steps).hasSize(4).first().isEqualTo(0);
              assertThat(steps.get(1)).isBetween(1, 40);
              assertThat(steps.get(2) - steps.get(1)).isEqualTo(40);
              assertThat(steps.get(3) - steps.get(2)).isEqualTo(40);
            });
    assertThat(outputs.values().stream().map(steps -> steps.get(1)).distinct())
        .as("not all keys at once")
        .hasSizeGreaterThan(20);
  }

  @Test
  void shardsThatAreBusyEmitAKeyAtTheSameTime() {
    var one = outputsOfManyKeys(0);
    var other = outputsOfManyKeys(17);

    one.forEach(
        (key, steps) -> {
          List<Integer> last = other.getOrDefault(key, List.of());
          assertThat(steps).as(key).endsWith(last.get(last.size() - 2), last.get(last.size() - 1));
        });
  }

  /** The steps in which each key is emitted in 3 s, by a shard whose keys change from a step on. */
  private Map<String, List<Integer>> outputsOfManyKeys(int begin) {
    var running = start();
    Map<String, List<Integer>> outputs = new HashMap<>();
    for (int step = 0; step <= 120; step++) {
      for (int key = 0; key < 500 && step >= begin; key++) {
        change(running, "site" + key + "|2026-11-21", Integer.toString(step));
      }
      int before = running.output().size();
      running.punctuate(NOON.plus(INTERVAL.multipliedBy(step)));
      for (var output : running.output().subList(before, running.output().size())) {
        outputs.computeIfAbsent(output.key, unused -> new ArrayList<>()).add(step);
      }
    }
    return outputs;
  }

  @Test
  void theLastStateIsEmittedAfterItsPauseAndAClockSetBackDoesNotExtendIt() {
    var running = start();
    change(running, "a", "1");
    running.punctuate(NOON);
    change(running, "a", "2");
    running.punctuate(NOON.plusMillis(1));
    assertThat(running.output()).hasSize(1);
    assertThat(running.timers()).containsExactlyInAnyOrder(INTERVAL, ThrottledOutbox.REMEMBERED);

    running.punctuate(NOON.plus(INTERVAL));
    assertThat(running.output()).last().isEqualTo(KeyValue.pair("a", "2"));
    assertThat(running.timers()).containsExactly(ThrottledOutbox.REMEMBERED);

    change(running, "a", "3");
    running.punctuate(NOON.minus(Duration.ofHours(1)));
    assertThat(running.output()).last().isEqualTo(KeyValue.pair("a", "3"));
  }

  @Test
  void theTimersRunOnlyWhileAKeyIsPendingOrRemembered() {
    Duration remembered = ThrottledOutbox.REMEMBERED;
    var running = start();
    assertThat(running.timers()).isEmpty();

    change(running, "a", "1");
    change(running, "b", "1");
    assertThat(running.timers()).containsExactlyInAnyOrder(INTERVAL, remembered);
    running.punctuate(NOON);
    assertThat(running.timers()).containsExactly(remembered);

    change(running, "a", "2");
    assertThat(running.timers()).containsExactlyInAnyOrder(remembered, INTERVAL);
    assertThat(start().timers()).containsExactlyInAnyOrder(INTERVAL, remembered);
    running.punctuate(NOON.plus(remembered));
    running.punctuate(NOON.plus(remembered.multipliedBy(2)));
    assertThat(running.timers()).isEmpty();
    assertThat(start().timers()).isEmpty();
  }

  private ProcessorTester.Run<String> start() {
    return tester.start(new ThrottledOutbox<String>("states", INTERVAL, Duration.ZERO), NOON);
  }

  private void change(ProcessorTester.Run<String> outbox, String key, String state) {
    states.put(key, state);
    outbox.process(key, state);
  }
}
