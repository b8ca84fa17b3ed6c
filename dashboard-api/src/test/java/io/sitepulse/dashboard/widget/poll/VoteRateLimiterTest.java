package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.Samples;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoteRateLimiterTest {
  private static final int PER_MINUTE = 2;
  private static final int PER_POLL_HOUR = 20;
  private static final Poll POLL = poll("p", null);

  private final NetworkShares shares = new NetworkShares(Clock.systemUTC());
  private long nanos;
  private final VoteRateLimiter limiter =
      new VoteRateLimiter(
          PER_MINUTE,
          PER_POLL_HOUR,
          shares,
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos;
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void eachNetworkHasItsOwnLimit() {
    assertThat(limiter.tryAcquire("203.0.113.7", POLL)).isEmpty();
    assertThat(limiter.tryAcquire("203.0.113.99", POLL)).isEmpty();
    assertThat(limiter.tryAcquire("203.0.113.7", POLL)).isPresent();
    assertThat(limiter.tryAcquire("203.0.114.7", POLL)).isEmpty();
  }

  @Test
  void aRefusalTellsTheTimeUntilTheNextPermit() {
    accepted(10, i -> "203.0.113.7");
    Duration wait = limiter.tryAcquire("203.0.113.7", POLL).orElseThrow();
    assertThat(wait).isEqualTo(Duration.ofSeconds(30));
    nanos += wait.toNanos();
    assertThat(limiter.tryAcquire("203.0.113.7", POLL)).isEmpty();
  }

  @Test
  void addressesOfOneIpv6SubnetShareItsLimit() {
    assertThat(accepted(100, i -> "2001:db8:0:1::" + Integer.toHexString(i + 1))).isEqualTo(2);
    assertThat(limiter.tryAcquire("2001:db8:0:2::1", POLL)).isEmpty();
  }

  @Test
  void subnetsOfOneCustomerShareALargerLimit() {
    assertThat(accepted(100, i -> "2001:db8:0:10" + hex(i % 256) + "::1")).isEqualTo(4 * 2);
    assertThat(limiter.tryAcquire("2001:db8:0:1100::1", POLL)).isEmpty();
  }

  @Test
  void customersOfOneOrganizationShareAnEvenLargerLimit() {
    assertThat(accepted(200, i -> "2001:db8:0:" + hex(i) + "00::1")).isEqualTo(16 * 2);
    assertThat(limiter.tryAcquire("2001:db8:1::1", POLL)).isEmpty();
  }

  @Test
  void aVoteThatIsRefusedTakesNothingOfTheLargerNetworks() {
    accepted(1_000, i -> "2001:db8::1");
    assertThat(accepted(100, i -> "2001:db8:0:" + hex(i) + "00::1")).isEqualTo(16 * 2 - 2);
  }

  @Test
  void theVotesOfANetworkForOnePollAreLimitedByTheHour() {
    int votes = 0;
    for (int minute = 0; minute < 30; minute++) {
      votes += accepted(5, i -> "203.0.113.7");
      nanos += Duration.ofMinutes(1).toNanos();
    }
    // The permits of the first moment, and those of half an hour.
    assertThat(votes).isBetween(PER_POLL_HOUR + PER_POLL_HOUR / 2 - 1, 3 * PER_POLL_HOUR / 2);
    assertThat(limiter.tryAcquire("203.0.113.7", poll("other", null))).isEmpty();
    assertThat(limiter.tryAcquire("203.0.114.7", POLL)).isEmpty();
  }

  @Test
  void aPollMayHaveALimitOfItsOwn() {
    Poll strict = poll("strict", 3);
    assertThat(acceptedIn(strict, Duration.ofMinutes(10))).isBetween(3, 6);
    assertThat(limiter.tryAcquire("203.0.114.7", strict)).isEmpty();
    assertThat(limiter.tryAcquire("203.0.113.7", POLL)).isEmpty();
  }

  @Test
  void theLimitOfAPollTellsTheTimeUntilItsNextPermit() {
    Poll strict = poll("strict", 1);
    assertThat(limiter.tryAcquire("203.0.113.7", strict)).isEmpty();
    assertThat(limiter.tryAcquire("203.0.113.7", strict)).contains(Duration.ofMinutes(10));
    assertThat(limiter.tryAcquire("203.0.113.7", POLL)).isEmpty();
  }

  @Test
  void theLimitOfAPollHoldsFromItsChange() {
    assertThat(limiter.tryAcquire("203.0.113.7", poll("p", 1))).isEmpty();
    assertThat(limiter.tryAcquire("203.0.113.7", poll("p", 1))).isPresent();
    assertThat(limiter.tryAcquire("203.0.113.7", poll("p", 5))).isEmpty();
  }

  @Test
  void theLimitOfAPollDoesNotRaiseThoseOfTheServer() {
    Poll generous = poll("generous", 100_000);
    assertThat(acceptedIn(generous, Duration.ofMinutes(30)))
        .isLessThanOrEqualTo(3 * PER_POLL_HOUR / 2);
  }

  @Test
  void subnetsOfOneCustomerShareALargerLimitOfAPoll() {
    Poll strict = poll("strict", 1);
    int accepted = 0;
    for (int i = 0; i < 50; i++) {
      accepted += limiter.tryAcquire("2001:db8:0:10" + hex(i) + "::1", strict).isEmpty() ? 1 : 0;
    }
    assertThat(accepted).isEqualTo(4);
  }

  /** Votes each second from one network. */
  private int acceptedIn(Poll poll, Duration time) {
    int accepted = 0;
    for (long second = 0; second < time.toSeconds(); second++) {
      accepted += limiter.tryAcquire("203.0.113.7", poll).isEmpty() ? 1 : 0;
      nanos += Duration.ofSeconds(1).toNanos();
    }
    return accepted;
  }

  private static Poll poll(String id, @Nullable Integer votesPerNetwork) {
    return Samples.poll(id, Visibility.ALWAYS, true).toBuilder()
        .votesPerNetwork(votesPerNetwork)
        .build();
  }

  private static String hex(int number) {
    return String.format("%02x", number);
  }

  private int accepted(int votes, IntFunction<String> client) {
    int accepted = 0;
    for (int i = 0; i < votes; i++) {
      if (limiter.tryAcquire(client.apply(i), POLL).isEmpty()) {
        accepted++;
      }
    }
    return accepted;
  }
}
