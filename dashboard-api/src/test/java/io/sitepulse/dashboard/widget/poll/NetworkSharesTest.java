package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.widget.poll.NetworkShares.NetworkShare;
import io.sitepulse.runtime.StandingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NetworkSharesTest {
  private static final Instant START = Instant.parse("2026-11-22T05:30:00Z");

  private final StandingClock clock = new StandingClock(START);
  private final NetworkShares shares = new NetworkShares(clock);

  @Test
  void theVotesOfTheLargestNetworkAreTold() {
    add("p", "a", 3);
    clock.set(START.plus(Duration.ofHours(2)));
    add("p", "a", 2);
    add("p", "b", 4);
    add("q", "c", 9);

    assertThat(shares.of("p")).isEqualTo(new NetworkShare(START, 9, 2, 5));
    assertThat(shares.of("none")).isEqualTo(new NetworkShare(START, 0, 0, 0));
  }

  @Test
  void votesAreForgottenAfterADay() {
    add("p", "a", 3);
    clock.set(START.plus(Duration.ofHours(25)));
    add("p", "b", 1);
    Instant since = Instant.parse("2026-11-22T06:00:00Z");
    assertThat(shares.of("p")).isEqualTo(new NetworkShare(since, 1, 1, 1));
    clock.set(START.plus(Duration.ofDays(5)));
    assertThat(shares.of("p").votes()).isZero();
  }

  /** Votes from many networks neither fill the memory nor hide the one that votes most. */
  @Test
  void ofTooManyNetworksOneThatVotesOnIsKept() {
    for (int poll = 0; poll < 4; poll++) {
      for (int i = 0; i < NetworkShares.MAX_NETWORKS / 2; i++) {
        shares.add("p" + poll, "n" + i);
        if (i % 1_000 == 0) {
          shares.add("p", "many");
        }
      }
    }

    assertThat(shares.of("p")).isEqualTo(new NetworkShare(START, 200, 1, 200));
    assertThat(shares.of("p3").votes()).isEqualTo(NetworkShares.MAX_NETWORKS / 2);
    int kept = 0;
    for (int poll = 0; poll < 4; poll++) {
      kept += shares.of("p" + poll).networks();
    }
    assertThat(kept)
        .isLessThan(NetworkShares.MAX_NETWORKS)
        .isGreaterThan(NetworkShares.MAX_NETWORKS / 2);
  }

  private void add(String poll, String network, int votes) {
    for (int i = 0; i < votes; i++) {
      shares.add(poll, network);
    }
  }
}
