package io.sitepulse.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private final ClientAddress addresses =
      new ClientAddress(List.of("127.0.0.0/8", "::1/128", "10.0.0.0/8"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 198.51.100.1              | 203.0.113.9",
        "127.0.0.1   | 198.51.100.1              | 198.51.100.1",
        "127.0.0.1   | 6.6.6.6, 198.51.100.1     | 198.51.100.1",
        "127.0.0.1   | 198.51.100.1, 10.1.2.3    | 198.51.100.1",
        "127.0.0.1   | 10.1.1.1, 10.1.2.3        | 10.1.1.1",
        "127.0.0.1   | nonsense                  | 127.0.0.1",
        "127.0.0.1   | 6.6.6.6, junk, 10.1.2.3   | 10.1.2.3",
        "127.0.0.1   | 10.0.0.0/8                | 127.0.0.1",
        "::1         | 2001:DB8:0:0::1           | 2001:db8::1",
        "::ffff:127.0.0.1 | 198.51.100.1         | 198.51.100.1",
        "127.0.0.1   | ''                        | 127.0.0.1",
        "127.0.0.1   | 198.51.100.1:49152        | 198.51.100.1",
        "127.0.0.1   | 198.51.100.1:, 10.0.0.2:80 | 198.51.100.1",
        "127.0.0.1   | [2001:db8::1]:443         | 2001:db8::1",
        "127.0.0.1   | [2001:db8::1]             | 2001:db8::1",
        "127.0.0.1   | 2001:db8::1:443           | 2001:db8::1:443",
        "127.0.0.1   | unknown                   | 127.0.0.1",
        "127.0.0.1   | unknown, 198.51.100.1     | 198.51.100.1",
        "127.0.0.1   | 198.51.100.1, unknown     | 127.0.0.1",
        "127.0.0.1   | _hidden:80                | 127.0.0.1",
        "127.0.0.1   | [::ffff:198.51.100.1]:8   | 198.51.100.1",
      })
  void theClientIsTheRightMostAddressThatIsNotATrustedProxy(
      String peer, String forwarded, String client) {
    assertThat(addresses.of(peer, List.of(forwarded))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=198.51.100.1 | 198.51.100.1",
        "For=\"198.51.100.1:47011\";proto=https | 198.51.100.1:47011",
        "by=10.0.0.1; for=\"[2001:db8::1]:4711\" | [2001:db8::1]:4711",
        "for=6.6.6.6, for=198.51.100.1;host=x | 6.6.6.6,198.51.100.1",
        "for=unknown | unknown",
        "for=_gazonk, proto=http | _gazonk,",
      })
  void readsTheNodesOfTheForwardedHeader(String header, String nodes) {
    assertThat(String.join(",", ClientAddress.nodes(List.of(header)))).isEqualTo(nodes);
  }

  @Test
  void theNodesOfTheForwardedHeaderAreAddresses() {
    var nodes = ClientAddress.nodes(List.of("for=6.6.6.6, for=\"198.51.100.1:47011\""));

    assertThat(addresses.of("127.0.0.1", nodes)).isEqualTo("198.51.100.1");
  }

  /** The short way for plain addresses must not read others differently. */
  @ParameterizedTest
  @CsvSource({
    "198.51.100.1",
    "0.0.0.0",
    "255.255.255.255",
    "256.1.1.1",
    "010.1.1.1",
    "1.2.3",
    "1.2.3.4.",
    "1.2.3.4.5",
    "1..2.3",
    ".1.2.3",
    "0x1.2.3.4",
    "4294967297.1.1.1",
    "1.2.3.1000",
    "00.1.2.3",
    "1.2.3.4 ",
    "١.2.3.4",
  })
  void readsAnAddressLikeTheGeneralParser(String text) {
    IPAddress general = new IPAddressString(text.trim()).getAddress();

    assertThat(addresses.of("127.0.0.1", List.of(text)))
        .isEqualTo(general == null ? "127.0.0.1" : general.toCanonicalString());
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "2001:db8:0:7:1c2d:3e4f:5061:7283, 2001:db8:0:7::/64",
    "2001:db8:0:7::1, 2001:db8:0:7::/64",
    "2001:db8:0:8::1, 2001:db8:0:8::/64",
    "unix:/run/x, unix:/run/x",
  })
  void aClientOfIpv6IsItsNetwork(String address, String network) {
    assertThat(ClientAddress.networkOf(address)).isEqualTo(network);
  }

  @Test
  void joinsSeveralHeaders() {
    assertThat(addresses.of("127.0.0.1", List.of("198.51.100.1", "10.0.0.9")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void refusesAnInvalidNetwork() {
    assertThatThrownBy(() -> new ClientAddress(List.of("10.0.0.0/99")))
        .hasMessageContaining("10.0.0.0/99");
  }
}
