package io.sitepulse.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Sample sample(double events, double seconds, double cpu) {
    return new Sample(events, seconds, cpu, 1, 1000);
  }

  @Test
  void dividesTheMedianRates() {
    var ceiling = new Side(List.of(sample(100, 1, 1), sample(400, 2, 1), sample(900, 1, 1)));
    var product = new Side(List.of(sample(50, 1, 1), sample(1, 1, 1), sample(500, 1, 1)));

    assertThat(new Comparison("x", "events", ceiling, product).ratio())
        .isCloseTo(0.25, within(1e-9));
  }

  @Test
  void comparesCpuTimeOfOneUnitOfWork() {
    var ceiling = new Side(List.of(sample(100_000, 1, 2)));
    var product = new Side(List.of(sample(50_000, 1, 3)));

    assertThat(new Comparison("x", "events", ceiling, product).cpuRatio())
        .isCloseTo(3, within(1e-9));
  }

  @Test
  void hasNoRatioToACeilingThatDidNothing() {
    var ceiling = new Side(List.of(sample(0, 1, 2)));

    var comparison = new Comparison("x", "events", ceiling, ceiling);

    assertThat(comparison.ratio()).isZero();
    assertThat(comparison.cpuRatio()).isZero();
  }

  @Test
  void countsTheBrokerApart() {
    var sample = new Sample(200_000, 4, 3, 5, 0);

    assertThat(sample.rate()).isEqualTo(50_000);
    assertThat(sample.cpuPerHundredThousand()).isEqualTo(1.5);
    assertThat(sample.allCpuPerHundredThousand()).isEqualTo(4);
  }

  @Test
  void refusesARunWithoutTime() {
    assertThatIllegalArgumentException().isThrownBy(() -> sample(1, 0, 0));
  }

  @Test
  void refusesASideWithoutARun() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Side(List.of()));
  }
}
