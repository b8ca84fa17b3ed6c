package io.sitepulse.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class CacheableTest {
  private final String tag = Cacheable.tagOf(Buffer.buffer("body"));

  @Test
  void oneBodyHasOneStrongTag() {
    assertThat(tag)
        .startsWith("\"")
        .endsWith("\"")
        .isEqualTo(Cacheable.tagOf(Buffer.buffer("body")));
    assertThat(tag).isNotEqualTo(Cacheable.tagOf(Buffer.buffer("other")));
  }

  @Test
  void aTagIsKnownAloneInAListWeakOrAsAnything() {
    assertThat(Cacheable.isKnown(tag, tag)).isTrue();
    assertThat(Cacheable.isKnown("\"x\", " + tag, tag)).isTrue();
    assertThat(Cacheable.isKnown("W/" + tag, tag)).isTrue();
    assertThat(Cacheable.isKnown("*", tag)).isTrue();
    assertThat(Cacheable.isKnown("\"x\"", tag)).isFalse();
    assertThat(Cacheable.isKnown(null, tag)).isFalse();
  }
}
