package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayScheduleTest {
  private static final Instant FIRST = Instant.parse("2015-05-17T10:05:03Z");
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aLineIsDueAtTheLogsPaceTimesTheSpeed() {
    var pace = new ReplaySchedule(10);

    assertThat(pace.wait(FIRST, 0)).isZero();
    assertThat(pace.wait(FIRST.plusSeconds(60), SECOND)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pace.wait(FIRST.plusSeconds(60), 7 * SECOND)).isZero();
  }

  @Test
  void linesOutOfOrderDoNotWait() {
    var pace = new ReplaySchedule(1);

    assertThat(pace.wait(FIRST, 0)).isZero();
    assertThat(pace.wait(FIRST.minusSeconds(60), 0)).isZero();
  }

  @Test
  void withoutAPaceNothingWaits() {
    assertThat(new ReplaySchedule(Double.POSITIVE_INFINITY).wait(FIRST, 0)).isZero();
  }
}
