package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoteRateLimiterTest {
  @Test
  void aNetworkHasItsRateAndOthersHaveTheirs() {
    var limit = new VoteRateLimiter(2);
    assertThat(limit.admits("203.0.113.7")).isTrue();
    assertThat(limit.admits("203.0.113.99")).isTrue();
    assertThat(limit.admits("203.0.113.7")).isFalse();
    assertThat(limit.admits("203.0.114.7")).isTrue();
  }

  @Test
  void networksAreNamedByTheirPrefix() {
    assertThat(VoteRateLimiter.networkOf("203.0.113.7")).isEqualTo("203.0.113.0/24");
    assertThat(VoteRateLimiter.networkOf("2001:db8:1:2ff::1")).isEqualTo("2001:db8:1:200::/56");
    assertThat(VoteRateLimiter.networkOf("unknown")).isEqualTo("unknown");
  }
}
