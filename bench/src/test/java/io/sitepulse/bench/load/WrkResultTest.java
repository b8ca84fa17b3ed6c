package io.sitepulse.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WrkResultTest {
  private static final String OUTPUT =
      """
      Running 2s test @ http://127.0.0.1:1/api/events
        100 requests in 2.00s, 1.00MB read
      RESULT requests=100 micros=2000000 status=%d connect=0 read=1 write=0 timeout=0 p99=1500
      """;

  @Test
  void readsTheLineOfTheScript() throws IOException {
    assertThat(WrkResult.parse(OUTPUT.formatted(2))).isEqualTo(new WrkResult(100, 2, 3, 1.5));
  }

  @Test
  void refusesARunWithErrors() throws IOException {
    WrkResult result = WrkResult.parse(OUTPUT.formatted(2));

    assertThatIOException().isThrownBy(result::requireNoErrors).withMessageContaining("3 of 100");
  }

  @Test
  void refusesAnOutputWithoutAResult() {
    assertThatIOException().isThrownBy(() -> WrkResult.parse("unable to connect"));
  }

  @Test
  void refusesAResultThatLacksAValue() {
    assertThatIOException()
        .isThrownBy(() -> WrkResult.parse("RESULT requests=1 micros=1"))
        .withMessageContaining("status");
  }
}
