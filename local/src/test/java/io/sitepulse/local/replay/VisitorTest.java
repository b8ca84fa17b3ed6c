package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.replay.log.LogLine;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VisitorTest {
  @Test
  void anAddressIsOneInWhateverFormItIsWritten() {
    assertThat(visitor("2001:DB8:0:0::1", "A")).isEqualTo(visitor("2001:db8::1", "A"));
    assertThat(visitor("::ffff:192.0.2.1", "A")).isEqualTo(visitor("192.0.2.1", "A"));
  }

  @Test
  void aNameGetsAnAddressOfTheDocumentationRange() {
    assertThat(visitor("Host.example", "A").address()).startsWith("2001:db8:");
    assertThat(visitor("Host.example", "A")).isEqualTo(visitor("host.example", "A"));
    assertThat(visitor("other.example", "A")).isNotEqualTo(visitor("host.example", "A"));
  }

  @Test
  void anAgentIsWhatAHeaderCanCarry() {
    assertThat(visitor("192.0.2.1", " a\tb\r\n ").agent()).isEqualTo("a b");
  }

  @Test
  void aListOrAPortLeavesTheClientWhoItIs() {
    Visitor client = visitor("203.0.113.31", "A");

    assertThat(visitor("203.0.113.31, 198.51.100.7", "A")).isEqualTo(client);
    assertThat(visitor("203.0.113.31:49152", "A")).isEqualTo(client);
    assertThat(visitor("[2001:db8::5]:443", "A")).isEqualTo(visitor("2001:db8::5", "A"));
  }

  @Test
  void aLongAgentIsCutToWhatAHeaderMayHave() {
    assertThat(visitor("192.0.2.1", "x".repeat(8_100)).agent()).hasSize(2_048);
  }

  private static Visitor visitor(String host, String agent) {
    return Visitor.of(new LogLine(host, Instant.EPOCH, "GET", "/", 200, "", agent));
  }
}
