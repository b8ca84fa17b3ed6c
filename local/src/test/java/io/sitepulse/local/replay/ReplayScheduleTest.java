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
  void aLineWithAWrongTimeIsNotWaitedFor() {
    var pace = new ReplaySchedule(1);

    assertThat(pace.wait(FIRST, 0)).isZero();
    assertThat(pace.wait(Instant.parse("9999-03-12T08:00:00Z"), SECOND)).isZero();
    assertThat(pace.wait(FIRST.plusSeconds(5), SECOND)).isEqualTo(Duration.ofSeconds(4));
    assertThat(pace.wait(Instant.EPOCH, 5 * SECOND)).isZero();
    assertThat(pace.wait(FIRST.plusSeconds(8), 6 * SECOND)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aLogThatGoesOnAfterDaysIsNotWaitedForAndKeepsItsPace() {
    var pace = new ReplaySchedule(1);
    Instant later = FIRST.plus(Duration.ofDays(40));

    assertThat(pace.wait(FIRST, 0)).isZero();
    assertThat(pace.wait(later, SECOND)).isZero();
    assertThat(pace.wait(later.plusSeconds(1), SECOND)).isZero();
    assertThat(pace.wait(later.plusSeconds(4), 2 * SECOND)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void withoutAPaceNothingWaits() {
    assertThat(new ReplaySchedule(Double.POSITIVE_INFINITY).wait(FIRST, 0)).isZero();
  }
}
