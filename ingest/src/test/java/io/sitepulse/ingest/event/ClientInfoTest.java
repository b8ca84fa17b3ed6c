package io.sitepulse.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientInfoTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vi | vi",
        "vi-VN,vi;q=0.9,en;q=0.8 | vi-VN",
        "en-US ; q=1 | en-US",
        "en-US,en | en-US",
        "en-US@posix | en-US",
        "vi_VN | vi-VN",
        "vi_VN.UTF-8 | vi-VN",
        "VI-vn | vi-VN",
        "zh-hans-cn | zh-Hans-CN",
        "es-419 | es-419",
        "sl-rozaj-biske | sl-rozaj-biske",
      })
  void readsTheFirstLanguage(String text, String language) {
    assertThat(ClientInfo.language(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"v=1.0.0,1.0.0", "v=2.0.0-rc.1,2.0.0-rc.1", ",''", "v=,''", "v=<b>,''", "x=1,''"})
  void readsTheVersionOfTheScript(String query, String version) {
    assertThat(ClientInfo.script(query, "https://demo.vn")).isEqualTo(version);
    assertThat(ClientInfo.script(query, null)).as("a program").isNull();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {"*", "C", "C.UTF-8", "POSIX", "vi_VN!", "tiếng Việt", ",", "-", "x-klingon"})
  void ignoresWhatIsNoLanguage(String text) {
    assertThat(ClientInfo.language(text)).isNull();
  }

  @Test
  void ignoresALongText() {
    assertThat(ClientInfo.language("en-" + "abcdefgh-".repeat(5) + "x")).isNull();
  }

  @Test
  void toStringHasNoPersonalData() {
    assertThat(EventFixtures.sender("https://demo.gov.vn").toString())
        .doesNotContain("203.0.113.7", "Firefox", "demo.gov.vn");
  }
}
