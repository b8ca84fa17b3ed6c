package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownEventsTest {
  private static final Instant NOW = Instant.parse("2026-03-12T01:00:00Z");

  private final EarlierEvents earlier = new UnknownEvents(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1H", "PT1S", "PT12H", "PT23H59M59S", "PT24H"})
  void aLineThatSitepulseWouldRecogniseIsSent(Duration age) {
    assertThatCode(() -> earlier.check(NOW.minus(age))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT24H1S", "PT25H", "PT48H", "PT720H", "PT90000H"})
  void anOlderLineIsRefusedWithTheOptionThatSendsIt(Duration age) {
    assertThatThrownBy(() -> earlier.check(NOW.minus(age)))
        .isInstanceOf(UnknownEarlierEventsException.class)
        .hasMessageContaining("--first")
        .hasMessageContaining("SITEPULSE_CLICKHOUSE_URL");
  }
}
