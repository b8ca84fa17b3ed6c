package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class ConditionalResponseTest {
  private final String tag = ConditionalResponse.tagOf(Buffer.buffer("body"));

  @Test
  void equalBodiesHaveEqualStrongTags() {
    assertThat(tag)
        .startsWith("\"")
        .endsWith("\"")
        .isEqualTo(ConditionalResponse.tagOf(Buffer.buffer("body")));
    assertThat(tag).isNotEqualTo(ConditionalResponse.tagOf(Buffer.buffer("other")));
  }

  @Test
  void aTagMatchesAloneInAListWeakOrByWildcard() {
    assertThat(ConditionalResponse.matches(tag, tag)).isTrue();
    assertThat(ConditionalResponse.matches("\"x\", " + tag, tag)).isTrue();
    assertThat(ConditionalResponse.matches("W/" + tag, tag)).isTrue();
    assertThat(ConditionalResponse.matches("*", tag)).isTrue();
    assertThat(ConditionalResponse.matches("\"x\"", tag)).isFalse();
    assertThat(ConditionalResponse.matches(null, tag)).isFalse();
  }
}
