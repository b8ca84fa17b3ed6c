package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void numbersAreFormattedByLanguage() {
    assertThat(Language.VI.number(2_756_838)).isEqualTo("2.756.838");
    assertThat(Language.EN.number(2_756_838)).isEqualTo("2,756,838");
    assertThat(Language.VI.percent(0.4254)).isEqualTo("42,5%");
    assertThat(Language.VI.percent(0.6)).isEqualTo("60%");
  }

  /** As {@code Intl.NumberFormat} in the widget, and as in reviews. */
  @Test
  void halfATenthOfAPercentIsRoundedUp() {
    assertThat(Language.VI.percent(49 / 400.0)).isEqualTo("12,3%");
    assertThat(Language.EN.percent(1 / 16.0)).isEqualTo("6.3%");
    assertThat(Language.EN.percent(1 / 3.0)).isEqualTo("33.3%");
  }

  @Test
  void timesAreInTheZoneOfTheSite() {
    var zone = ZoneId.of("Asia/Ho_Chi_Minh");
    var instant = Instant.parse("2026-11-21T17:30:00Z");
    assertThat(Language.VI.time(instant, zone)).isEqualTo("00:30 ngày 22/11/2026");
    assertThat(Language.EN.time(instant, zone)).isEqualTo("00:30 on 2026-11-22");
  }

  @Test
  void otherLanguagesFallBackToVietnamese() {
    assertThat(Language.of("en-GB")).isEqualTo(Language.EN);
    assertThat(Language.of("fr")).isEqualTo(Language.VI);
    assertThat(Language.of(null)).isEqualTo(Language.VI);
  }
}
