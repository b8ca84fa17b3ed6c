package io.sitepulse.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  @Test
  void waitsDoubleUpToTheLongest() {
    var waits = Stream.generate(backoff::failed).limit(6).map(Duration::toSeconds);

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
  }

  @Test
  void manyFailuresDoNotOverflow() {
    Stream.generate(backoff::failed).limit(100_000).forEach(wait -> {});

    assertThat(backoff.failed()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aSuccessResetsTheWait() {
    backoff.failed();
    backoff.failed();

    backoff.succeeded();

    assertThat(backoff.failed()).isEqualTo(Duration.ofSeconds(1));
  }
}
