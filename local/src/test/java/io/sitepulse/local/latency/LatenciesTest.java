package io.sitepulse.local.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aPercentileIsATimeThatWasMeasured() {
    var latencies =
        new Latencies(IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList());

    assertThat(latencies.percentile(50)).isEqualTo(Duration.ofMillis(100));
    assertThat(latencies.percentile(99)).isEqualTo(Duration.ofMillis(198));
    assertThat(latencies.percentile(100)).isEqualTo(Duration.ofMillis(200));
    assertThat(latencies.text())
        .isEqualTo("200 views: p50 100 ms, p90 180 ms, p99 198 ms, longest 200 ms");
  }
}
