package io.sitepulse.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void theClockOfTheMachineIsInSecondsOfTheEpoch() {
    Instant now = Instant.parse("2026-11-20T08:00:00.250Z");
    var registry = Metrics.prometheus(Clock.fixed(now, ZoneOffset.UTC));
    assertThat(registry.get("sitepulse.clock").gauge().value())
        .isEqualTo(now.getEpochSecond() + 0.25);
    assertThat(registry.scrape()).contains("\nsitepulse_clock_seconds ");
  }
}
