package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {
  @Test
  void aNetworkIsNamedByItsPrefix() {
    assertThat(ClientNetwork.of("203.0.113.7")).isEqualTo("203.0.113.0/24");
    assertThat(ClientNetwork.of("2001:db8:1:2ff::1")).isEqualTo("2001:db8:1:200::/56");
    assertThat(ClientNetwork.of("unknown")).isEqualTo("unknown");
  }
}
