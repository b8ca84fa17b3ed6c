package io.sitepulse.dashboard.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkLimitTest {
  @Test
  void aNetworkHasItsRateAndOthersHaveTheirs() {
    var limit = new NetworkLimit(2);
    assertThat(limit.admits("203.0.113.7")).isTrue();
    assertThat(limit.admits("203.0.113.99")).isTrue();
    assertThat(limit.admits("203.0.113.7")).isFalse();
    assertThat(limit.admits("203.0.114.7")).isTrue();
  }

  @Test
  void networksAreNamedByTheirPrefix() {
    assertThat(NetworkLimit.networkOf("203.0.113.7")).isEqualTo("203.0.113.0/24");
    assertThat(NetworkLimit.networkOf("2001:db8:1:2ff::1")).isEqualTo("2001:db8:1:200::/56");
    assertThat(NetworkLimit.networkOf("unknown")).isEqualTo("unknown");
  }
}
