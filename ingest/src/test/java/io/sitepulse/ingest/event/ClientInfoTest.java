package io.sitepulse.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientInfoTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vi | vi",
        "vi-VN,vi;q=0.9,en;q=0.8 | vi-VN",
        "en-US ; q=1 | en-US",
      })
  void readsTheFirstLanguage(String header, String language) {
    assertThat(ClientInfo.firstLanguage(header)).isEqualTo(language);
  }

  @Test
  void ignoresInvalidLanguages() {
    assertThat(ClientInfo.firstLanguage("*")).isNull();
    assertThat(ClientInfo.firstLanguage("")).isNull();
    assertThat(ClientInfo.firstLanguage(null)).isNull();
  }

  @Test
  void toStringHasNoPersonalData() {
    assertThat(EventFixtures.sender("https://demo.gov.vn").toString())
        .doesNotContain("203.0.113.7", "Firefox", "demo.gov.vn");
  }
}
