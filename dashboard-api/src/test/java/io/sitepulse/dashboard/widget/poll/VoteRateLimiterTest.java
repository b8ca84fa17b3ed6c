package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class VoteRateLimiterTest {
  private static final int PER_MINUTE = 2;

  private long nanos;
  private final VoteRateLimiter limiter =
      new VoteRateLimiter(
          PER_MINUTE,
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
    assertThat(limiter.tryAcquire("203.0.113.7")).isEmpty();
    assertThat(limiter.tryAcquire("203.0.113.99")).isEmpty();
    assertThat(limiter.tryAcquire("203.0.113.7")).isPresent();
    assertThat(limiter.tryAcquire("203.0.114.7")).isEmpty();
  }

  @Test
  void aRefusalTellsTheTimeUntilTheNextPermit() {
    accepted(10, i -> "203.0.113.7");
    Duration wait = limiter.tryAcquire("203.0.113.7").orElseThrow();
    assertThat(wait).isEqualTo(Duration.ofSeconds(30));
    nanos += wait.toNanos();
    assertThat(limiter.tryAcquire("203.0.113.7")).isEmpty();
  }

  @Test
  void addressesOfOneIpv6SubnetShareItsLimit() {
    assertThat(accepted(100, i -> "2001:db8:0:1::" + Integer.toHexString(i + 1))).isEqualTo(2);
    assertThat(limiter.tryAcquire("2001:db8:0:2::1")).isEmpty();
  }

  @Test
  void subnetsOfOneCustomerShareALargerLimit() {
    assertThat(accepted(100, i -> "2001:db8:0:10" + hex(i % 256) + "::1")).isEqualTo(4 * 2);
    assertThat(limiter.tryAcquire("2001:db8:0:1100::1")).isEmpty();
  }

  @Test
  void customersOfOneOrganizationShareAnEvenLargerLimit() {
    assertThat(accepted(200, i -> "2001:db8:0:" + hex(i) + "00::1")).isEqualTo(16 * 2);
    assertThat(limiter.tryAcquire("2001:db8:1::1")).isEmpty();
  }

  @Test
  void aVoteThatIsRefusedTakesNothingOfTheLargerNetworks() {
    accepted(1_000, i -> "2001:db8::1");
    assertThat(accepted(100, i -> "2001:db8:0:" + hex(i) + "00::1")).isEqualTo(16 * 2 - 2);
  }

  private static String hex(int number) {
    return String.format("%02x", number);
  }

  private int accepted(int votes, IntFunction<String> client) {
    int accepted = 0;
    for (int i = 0; i < votes; i++) {
      if (limiter.tryAcquire(client.apply(i)).isEmpty()) {
        accepted++;
      }
    }
    return accepted;
  }
}
