package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class ConditionalResponseTest {
  private final String tag = ConditionalResponse.tagOf(Buffer.buffer("body"));

  @Test
  void oneBodyHasOneStrongTag() {
    assertThat(tag)
        .startsWith("\"")
        .endsWith("\"")
        .isEqualTo(ConditionalResponse.tagOf(Buffer.buffer("body")));
    assertThat(tag).isNotEqualTo(ConditionalResponse.tagOf(Buffer.buffer("other")));
  }

  @Test
  void aTagIsKnownAloneInAListWeakOrAsAnything() {
    assertThat(ConditionalResponse.isKnown(tag, tag)).isTrue();
    assertThat(ConditionalResponse.isKnown("\"x\", " + tag, tag)).isTrue();
    assertThat(ConditionalResponse.isKnown("W/" + tag, tag)).isTrue();
    assertThat(ConditionalResponse.isKnown("*", tag)).isTrue();
    assertThat(ConditionalResponse.isKnown("\"x\"", tag)).isFalse();
    assertThat(ConditionalResponse.isKnown(null, tag)).isFalse();
  }
}
