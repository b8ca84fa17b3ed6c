package io.sitepulse.ingest.useragent;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sitepulse.contract.event.Agent;
import java.nio.charset.StandardCharsets;

/** Any text as a user agent, for the rules that run before and instead of the analyzer. */
class UserAgentFuzzTest {
  /** The longest text that is parsed. */
  private static final int LONGEST = 1_024;

  @FuzzTest(maxDuration = "5m")
  void userAgent(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    String userAgent = text.substring(0, Math.min(LONGEST, text.length()));

    Agent agent = UserAgentRules.fallback(userAgent);

    assertThat(agent.device()).isNotBlank();
    assertThat(agent.browser().length()).isLessThanOrEqualTo(64);
    Agent quick = UserAgentRules.quick(userAgent);
    if (quick != null) {
      assertThat(quick.bot()).isEqualTo(agent.bot());
    }
  }
}
