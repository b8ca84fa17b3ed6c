package io.sitepulse.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.DimensionValues;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakdownTest {

  @Test
  void theSumOfTheRestIsNotAmongTheLeadingValues() {
    var values = Stream.of("/a", DimensionValues.OTHER, "/b", "/c").map(BreakdownTest::value);
    var breakdown = new Breakdown(Dimension.PAGE, 4, DaySums.ZERO, values.toList());

    assertThat(breakdown.leading(2).values()).isEqualTo(List.of(value("/a"), value("/b")));
    assertThat(breakdown.leading(9).values()).hasSize(3);
  }

  private static Breakdown.Value value(String value) {
    return new Breakdown.Value(value, null, 1, 1, 1, 1, null, null);
  }
}
