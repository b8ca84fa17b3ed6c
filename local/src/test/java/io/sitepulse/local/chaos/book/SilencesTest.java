package io.sitepulse.local.chaos.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilencesTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void findsTheLongestSilenceThatBeganInATime() {
    var silences = new Silences(0);
    silences.happened(2 * SECOND);
    silences.happened(7 * SECOND);
    silences.happened(8 * SECOND);

    assertThat(silences.longest(0, 10 * SECOND)).isEqualTo(Duration.ofSeconds(5));
    assertThat(silences.longest(3 * SECOND, 10 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    assertThat(silences.longest(8 * SECOND, 10 * SECOND)).isZero();
  }

  @Test
  void aReaderIsSilentWhenItsTotalDoesNotGrow() {
    var totals = new Totals(0);
    totals.saw("a", 5, SECOND);
    totals.saw("a", 5, 2 * SECOND);
    totals.saw("b", 4, 3 * SECOND);
    totals.saw("a", 6, 4 * SECOND);

    assertThat(totals.silences().longest(SECOND, 10 * SECOND)).isEqualTo(Duration.ofSeconds(3));
    assertThat(totals.falls()).isEmpty();
    assertThat(totals.seen()).isEqualTo(4);
  }

  @Test
  void aTotalThatFallsIsTold() {
    var totals = new Totals(0);
    totals.saw("a", 5, SECOND);
    totals.saw("b", 4, SECOND);
    totals.saw("a", 4, 2 * SECOND);

    assertThat(totals.falls()).containsExactly("a fell from 5 to 4");
  }
}
