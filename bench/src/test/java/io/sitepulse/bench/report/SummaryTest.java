package io.sitepulse.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void takesTheMiddleOfAnOddNumberOfValues() {
    assertThat(Summary.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Summary(4, 1, 9));
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddle() {
    assertThat(Summary.of(List.of(8.0, 1.0, 4.0, 6.0))).isEqualTo(new Summary(5, 1, 8));
  }

  @Test
  void isTheValueItselfIfThereIsOne() {
    assertThat(Summary.of(List.of(3.0))).isEqualTo(new Summary(3, 3, 3));
  }

  @Test
  void refusesNoValues() {
    assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(List.of()));
  }
}
