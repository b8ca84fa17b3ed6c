package io.sitepulse.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      })
  void theClientIsTheRightMostAddressThatIsNotATrustedProxy(
      String peer, String forwarded, String client) {
    assertThat(addresses.of(peer, List.of(forwarded))).isEqualTo(client);
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
