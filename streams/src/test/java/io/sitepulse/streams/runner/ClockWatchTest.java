package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.StandingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final StandingClock clock = new StandingClock(NOON);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final ClockWatch watch = new ClockWatch(clock, nanos::get);

  @Test
  void aStepBackIsNoticedOnce() {
    pass(Duration.ofSeconds(1));
    assertThat(watch.setBack()).isZero();

    clock.set(clock.instant().minus(Duration.ofHours(1)));
    pass(Duration.ofSeconds(1));
    assertThat(watch.setBack()).isEqualTo(Duration.ofHours(1));

    pass(Duration.ofSeconds(1));
    assertThat(watch.setBack()).isZero();
  }

  @Test
  void smallStepsAndStepsForwardAreIgnored() {
    clock.set(NOON.minusSeconds(2));
    assertThat(watch.setBack()).isZero();

    clock.set(NOON.plus(Duration.ofDays(30)));
    assertThat(watch.setBack()).isZero();
  }

  @Test
  void aPauseBetweenTwoReadingsIsNoStepBack() {
    var readings = new AtomicInteger();
    var pausing =
        new ClockWatch(
            clock,
            () ->
                readings.incrementAndGet() == 3
                    ? nanos.addAndGet(Duration.ofMinutes(1).toNanos())
                    : nanos.get());

    pass(Duration.ofSeconds(1));
    assertThat(pausing.setBack()).isZero();

    clock.pass(Duration.ofMinutes(1));
    pass(Duration.ofSeconds(1));
    assertThat(pausing.setBack()).isZero();
  }

  private void pass(Duration time) {
    clock.pass(time);
    nanos.addAndGet(time.toNanos());
  }
}
