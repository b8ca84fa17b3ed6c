package io.sitepulse.contract.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayKeyTest {

  @Test
  void parsesItsOwnText() {
    var key = new DayKey("so.vn", LocalDate.of(2025, 1, 31));

    assertThat(key).hasToString("so.vn|2025-01-31");
    assertThat(DayKey.parse("so.vn|2025-01-31")).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "|", "so.vn", "so.vn|", "|2025-01-31", "so.vn|31.1.2025", "A|2025-01-31"})
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> DayKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
