package io.sitepulse.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(1));

  @Test
  void theFirstMessageGoesOutAtOnce() {
    assertThat(pace.waitMs(5_000)).isZero();
  }

  @Test
  void theNextOneWaitsForTheRestOfTheInterval() {
    pace.sent(5_000);
    assertThat(pace.waitMs(5_000)).isEqualTo(1_000);
    assertThat(pace.waitMs(5_400)).isEqualTo(600);
    assertThat(pace.waitMs(6_000)).isZero();
    assertThat(pace.waitMs(9_000)).isZero();
  }

  @Test
  void aClockSetBackDoesNotSilenceIt() {
    pace.sent(5_000);
    assertThat(pace.waitMs(1_000)).isZero();
  }
}
