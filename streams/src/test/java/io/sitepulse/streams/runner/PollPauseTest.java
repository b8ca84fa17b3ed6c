package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollPauseTest {
  private static final Duration SHORT = Duration.ofMillis(25);

  /** Near the end of its range, because nanoTime may overflow. */
  private static final long BEGIN = Long.MAX_VALUE - 1_000;

  private final PollPause pause = new PollPause(BEGIN);

  @Test
  void aThreadWithRecordsRunsItsTimersOnTime() {
    assertThat(pause.timeout(SHORT, BEGIN)).isEqualTo(SHORT);
    assertThat(pause.timeout(SHORT, after(PollPause.QUIET.minusMillis(1)))).isEqualTo(SHORT);
  }

  @Test
  void aQuietThreadWaitsLonger() {
    assertThat(pause.timeout(SHORT, after(PollPause.QUIET))).isEqualTo(PollPause.LONGEST);
  }

  @Test
  void aRecordEndsTheQuiet() {
    long later = after(PollPause.QUIET.multipliedBy(10));
    assertThat(pause.timeout(SHORT, later)).isEqualTo(PollPause.LONGEST);

    pause.received(later);

    assertThat(pause.timeout(SHORT, later + 1)).isEqualTo(SHORT);
  }

  @Test
  void neverShortensAndNeverWaitsWhereThereIsOtherWork() {
    long quiet = after(PollPause.QUIET);

    assertThat(pause.timeout(Duration.ZERO, quiet)).isEqualTo(Duration.ZERO);
    assertThat(pause.timeout(Duration.ofSeconds(1), quiet)).isEqualTo(Duration.ofSeconds(1));
  }

  private static long after(Duration time) {
    return BEGIN + time.toNanos();
  }
}
