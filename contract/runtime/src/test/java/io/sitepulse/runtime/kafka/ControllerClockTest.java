package io.sitepulse.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ControllerClockTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void aSlowAnswerIsNoDifference() {
    assertThat(ControllerClock.ahead(NOON, NOON.plusSeconds(1), NOON.plusSeconds(30))).isZero();
  }

  @Test
  void theDifferenceIsTheLeastThatIsPossible() {
    assertThat(ControllerClock.ahead(NOON, NOON.minusSeconds(60), NOON.plusSeconds(2)))
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(ControllerClock.ahead(NOON, NOON.plusSeconds(60), NOON.plusSeconds(2)))
        .isEqualTo(Duration.ofSeconds(-58));
  }
}
