package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.http.ClientNetwork.Size;
import org.junit.jupiter.api.Test;

class ClientNetworkTest {
  @Test
  void anIpv4AddressIsInItsSubnet() {
    assertThat(ClientNetwork.of("203.0.113.7"))
        .containsExactly(new ClientNetwork(Size.SUBNET, "203.0.113.0/24"));
  }

  @Test
  void anIpv6AddressIsInThreeNetworksTheLargestFirst() {
    assertThat(ClientNetwork.of("2001:db8:1:2ff::1"))
        .containsExactly(
            new ClientNetwork(Size.ORGANIZATION, "2001:db8:1::/48"),
            new ClientNetwork(Size.CUSTOMER, "2001:db8:1:200::/56"),
            new ClientNetwork(Size.SUBNET, "2001:db8:1:2ff::/64"));
  }

  @Test
  void aTextThatIsNoAddressIsANetworkOfItsOwn() {
    assertThat(ClientNetwork.of("unknown"))
        .containsExactly(new ClientNetwork(Size.SUBNET, "unknown"));
  }
}
