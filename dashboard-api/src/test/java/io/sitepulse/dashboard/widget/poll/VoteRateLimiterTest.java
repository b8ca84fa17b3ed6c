package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoteRateLimiterTest {
  @Test
  void eachNetworkHasItsOwnLimit() {
    var limiter = new VoteRateLimiter(2);
    assertThat(limiter.tryAcquire("203.0.113.7")).isTrue();
    assertThat(limiter.tryAcquire("203.0.113.99")).isTrue();
    assertThat(limiter.tryAcquire("203.0.113.7")).isFalse();
    assertThat(limiter.tryAcquire("203.0.114.7")).isTrue();
  }
}
