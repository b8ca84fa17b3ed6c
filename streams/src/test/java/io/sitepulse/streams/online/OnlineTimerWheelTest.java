package io.sitepulse.streams.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnlineTimerWheelTest {
  private static final long START = 1_800_000_000_000L;
  private static final long FIVE_MINUTES = 300_000;

  private final OnlineTimerWheel wheel = new OnlineTimerWheel();

  @Test
  void aVisitorGoesOfflineFiveMinutesAfterTheLastEvent() {
    wheel.record("demo|a", START, START);
    wheel.record("demo|a", START + 60_000, START + 60_000);

    assertThat(wheel.expire(START + 60_000 + FIVE_MINUTES - 1)).isEmpty();
    assertThat(wheel.expire(START + 60_000 + FIVE_MINUTES)).containsExactly("demo|a");
    assertThat(wheel.online("demo")).isZero();
  }

  @Test
  void anEventFiveMinutesOldIsIgnored() {
    assertThat(wheel.record("demo|a", START - FIVE_MINUTES, START)).isNull();
    assertThat(wheel.record("demo|a", START - FIVE_MINUTES + 1, START)).isNotNull();
  }

  @Test
  void onlySitesWithAChangedCountAreReturned() {
    wheel.record("demo|a", START, START);
    assertThat(wheel.takeChanged()).containsExactly("demo");

    wheel.record("demo|a", START + 1000, START + 1000);

    assertThat(wheel.takeChanged()).isEmpty();
  }

  @Test
  void aRestoredVisitorWhoseTimeHasPassedGoesOfflineAtOnce() {
    wheel.restore("demo|a", START - FIVE_MINUTES * 10);
    wheel.restore("demo|b", START);

    assertThat(wheel.takeChanged()).containsExactly("demo");
    assertThat(wheel.expire(START)).containsExactly("demo|a");
    assertThat(wheel.online("demo")).isEqualTo(1);
  }

  @Test
  void eachSecondOnlyItsSlotIsChecked() {
    for (int i = 0; i < 100_000; i++) {
      long now = START + i * 3L;
      wheel.record("demo|" + i, now, now);
    }

    for (long now = START + FIVE_MINUTES; now < START + FIVE_MINUTES * 2; now += 1000) {
      assertThat(wheel.due(now)).isLessThan(700);
      wheel.expire(now);
    }
  }

  @Test
  void theCountEqualsANaiveCount() {
    var random = new Random(7);
    Map<String, Long> last = new HashMap<>();
    long now = START;
    for (int step = 0; step < 20_000; step++) {
      now += random.nextInt(400);
      String visitor = "demo|" + random.nextInt(200);
      long at = now - random.nextInt(400_000);
      wheel.record(visitor, at, now);
      last.merge(visitor, at, Math::max);
      if (step % 50 == 0) {
        now = (now / 1000 + 1) * 1000;
        wheel.expire(now);
        long instant = now;
        long expected = last.values().stream().filter(t -> t + FIVE_MINUTES > instant).count();
        assertThat(wheel.online("demo")).isEqualTo(expected);
      }
    }
  }
}
