package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.StandingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FaultPolicyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private final Throwable retriable =
      new StreamsException("task", new TimeoutException("the broker is slow"));

  @Test
  void aThreadIsReplacedAfterAFewRetriableFailures() {
    var policy = new FaultPolicy(Clock.fixed(NOON, ZoneOffset.UTC), 1);

    for (int i = 0; i < FaultPolicy.MAX_RECENT; i++) {
      assertThat(policy.replacesThread(retriable)).isTrue();
    }
    assertThat(policy.replacesThread(retriable)).isFalse();
  }

  @Test
  void anOutageThatMakesAllThreadsFailIsTolerated() {
    int threads = 64;
    var policy = new FaultPolicy(Clock.fixed(NOON, ZoneOffset.UTC), threads);

    for (int i = 0; i < threads * FaultPolicy.MAX_RECENT; i++) {
      assertThat(policy.replacesThread(retriable)).isTrue();
    }
    assertThat(policy.replacesThread(retriable)).isFalse();
  }

  @Test
  void aThreadIsAlwaysReplacedIfFailuresAreRare() {
    var clock = new StandingClock(NOON);
    var policy = new FaultPolicy(clock, 1);

    for (int i = 0; i < 100; i++) {
      assertThat(policy.replacesThread(retriable)).isTrue();
      clock.pass(Duration.ofMinutes(5));
    }
  }

  @Test
  void aThreadIsNotReplacedAfterABug() {
    var policy = new FaultPolicy(Clock.fixed(NOON, ZoneOffset.UTC), 1);

    assertThat(policy.replacesThread(new StreamsException(new IllegalStateException("bug"))))
        .isFalse();
  }
}
