package io.sitepulse.local.replay.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {
  private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest
  @CsvSource({
    "12/Mar/2026:08:00:01 +0700,       2026-03-12T01:00:01Z",
    "12/mar/2026:08:00:01 +0000,       2026-03-12T08:00:01Z",
    "12/Mar/2026:08:00:01.655,         2026-03-12T01:00:01.655Z",
    "2026-03-12T08:00:01+07:00,        2026-03-12T01:00:01Z",
    "2026-03-12T08:00:01+0700,         2026-03-12T01:00:01Z",
    "2026-03-12T01:00:01.5Z,           2026-03-12T01:00:01.5Z",
    "2026-03-12 08:00:01,              2026-03-12T01:00:01Z",
    "2026-03-12 08:00:01 +0700,        2026-03-12T01:00:01Z",
    "1773277201,                       2026-03-12T01:00:01Z",
    "1773277201.655,                   2026-03-12T01:00:01.655Z",
    "1773277201655,                    2026-03-12T01:00:01.655Z",
    "1773277201655000,                 2026-03-12T01:00:01.655Z",
    "1773277201655000000,              2026-03-12T01:00:01.655Z",
  })
  void timesOfAllServersAreRead(String text, Instant expected) throws Exception {
    assertThat(LogTime.read(text, SAIGON)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "31/Feb/20:1", "2026-13-01T00:00:00Z", "12345", "1e99"})
  void othersAreRefused(String text) {
    assertThatThrownBy(() -> LogTime.read(text, SAIGON))
        .isInstanceOf(MalformedLineException.class)
        .hasMessage("the time cannot be read");
  }
}
