package io.sitepulse.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import inet.ipaddr.IPAddressString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text in the headers that name the address of a client. */
class ClientAddressFuzzTest {
  private static final ClientAddress ADDRESSES =
      new ClientAddress(List.of("127.0.0.0/8", "::1/128", "10.0.0.0/8"));

  /**
   * The input is a header a line. Headers are one char per byte, as Vert.x reads them.
   *
   * @param input headers, separated by line feeds
   */
  @FuzzTest(maxDuration = "5m")
  void forwarded(byte[] input) {
    List<String> headers = List.of(new String(input, StandardCharsets.ISO_8859_1).split("\n", -1));

    requireAddress(ADDRESSES.of("127.0.0.1", headers));
    requireAddress(ADDRESSES.of("::1", ClientAddress.nodes(headers)));
    assertThat(ADDRESSES.of("203.0.113.9", headers)).isEqualTo("203.0.113.9");
  }

  private static void requireAddress(String client) {
    var address = new IPAddressString(client).getAddress();
    assertThat(address).as(client).isNotNull();
    assertThat(address.toCanonicalString()).isEqualTo(client);
    String network = ClientAddress.networkOf(client);
    assertThat(new IPAddressString(network).getAddress().contains(address)).isTrue();
  }
}
