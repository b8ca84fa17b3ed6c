package io.sitepulse.dashboard.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamsPerNetworkTest {
  private final StreamsPerNetwork streams =
      new StreamsPerNetwork(SseConfig.DEFAULT.maxPerNetwork());

  @Test
  void anOfficeOfAThousandBehindOneAddressPassesTwice() {
    assertThat(opened(1_000, i -> "203.0.113.7")).isEqualTo(1_000);
    assertThat(opened(5_000, i -> "203.0.113.7")).isEqualTo(1_000);
    assertThat(opened(1_000, i -> "203.0.114.7")).isEqualTo(1_000);
  }

  @Test
  void addressesOfASubnetShareItsPlaces() {
    assertThat(opened(3_000, i -> "203.0.113." + i % 256)).isEqualTo(2_000);
    assertThat(opened(3_000, i -> "2001:db8::" + Integer.toHexString(i))).isEqualTo(2_000);
  }

  @Test
  void largerNetworksOfIpv6HaveMorePlaces() {
    assertThat(opened(9_000, i -> "2001:db8:0:" + Integer.toHexString(i % 256) + "::1"))
        .isEqualTo(4_000);
    assertThat(opened(20_000, i -> "2001:db8:1:" + Integer.toHexString(i) + "::1"))
        .isEqualTo(8_000);
  }

  @Test
  void aRefusedStreamTakesNoPlace() {
    opened(9_000, i -> "2001:db8:0:" + Integer.toHexString(i % 256) + "::1");

    assertThat(opened(2_000, i -> "2001:db8:0:100::1")).isEqualTo(2_000);
  }

  @Test
  void nothingIsKeptOfANetworkWithoutStreams() {
    opened(9_000, i -> "2001:db8:0:" + Integer.toHexString(i % 256) + "::1");
    for (int i = 0; i < 4_000; i++) {
      streams.release("2001:db8:0:" + Integer.toHexString(i % 256) + "::1");
    }

    assertThat(streams.networks()).isZero();
    assertThat(opened(5_000, i -> "2001:db8::1")).isEqualTo(2_000);
  }

  /** Number of streams that were opened. */
  private int opened(int attempts, IntFunction<String> client) {
    return (int)
        IntStream.range(0, attempts).filter(i -> streams.tryAcquire(client.apply(i))).count();
  }
}
