package io.sitepulse.dashboard.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UpdateThrottleTest {
  private final UpdateThrottle updateThrottle = new UpdateThrottle(Duration.ofSeconds(1));

  @Test
  void theFirstMessageGoesOutAtOnce() {
    assertThat(updateThrottle.waitMs(5_000)).isZero();
  }

  @Test
  void theNextMessageWaitsForTheRestOfTheInterval() {
    updateThrottle.sent(5_000);
    assertThat(updateThrottle.waitMs(5_000)).isEqualTo(1_000);
    assertThat(updateThrottle.waitMs(5_400)).isEqualTo(600);
    assertThat(updateThrottle.waitMs(6_000)).isZero();
    assertThat(updateThrottle.waitMs(9_000)).isZero();
  }

  @Test
  void aClockSetBackDoesNotDelayMessages() {
    updateThrottle.sent(5_000);
    assertThat(updateThrottle.waitMs(1_000)).isZero();
  }
}
