package io.sitepulse.contract.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
  private static final Site SITE = withOrigin("https://a.gov.vn");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.gov.vn",
        "http://a.gov.vn",
        "https://www.a.gov.vn",
        "http://www.a.gov.vn",
        "HTTPS://WWW.A.gov.vn",
      })
  void anOriginCoversItsHostWithAndWithoutWwwByBothSchemes(String origin) {
    assertThat(SITE.allows(origin)).isTrue();
    assertThat(withOrigin("http://www.a.gov.vn").allows(origin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://b.a.gov.vn",
        "https://gov.vn",
        "https://a.gov.vn:8443",
        "https://www.www.a.gov.vn",
        "https://wwwa.gov.vn",
        "https://a.gov.vn.evil.example",
        "ftp://a.gov.vn",
        "null",
        "",
      })
  void anOriginCoversNothingElse(String origin) {
    assertThat(SITE.allows(origin)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://A.gov.vn/, https://a.gov.vn",
    "' http://a.gov.vn:8080 ', http://a.gov.vn:8080",
    "https://cổng.vn, https://xn--cng-qmz.vn",
    "https://CỔNG.vn/, https://xn--cng-qmz.vn",
    "https://cong_thong_tin.gov.vn, https://cong_thong_tin.gov.vn",
  })
  void originsAreNormalised(String entered, String origin) {
    assertThat(withOrigin(entered).origins()).containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.gov.vn",
        "https://",
        "https://a.gov.vn/tin-tuc",
        "ftp://a.gov.vn",
        "https://a..vn",
        "*"
      })
  void anErrorSaysWhatToEnter(String entered) {
    assertThatThrownBy(() -> withOrigin(entered))
        .hasMessageContaining("origins")
        .hasMessageContaining("https://www.example.gov.vn");
  }

  private static Site withOrigin(String origin) {
    return Site.builder().id("a").name("A").origins(List.of(origin)).build();
  }

  @Test
  void hostsAreThoseOfTheOriginsAndTheIdWithoutPortAndWww() {
    var site =
        Site.builder()
            .id("so-tttt")
            .name("Sở")
            .origins(
                List.of(
                    "https://www.ninhbinh.gov.vn", "http://ninhbinh.gov.vn:8080", "http://a.vn"))
            .zone(ZoneOffset.UTC)
            .build();

    assertThat(site.hosts()).containsExactly("so-tttt", "ninhbinh.gov.vn", "a.vn");
  }

  @Test
  void hostsAreInLettersAndAsBrowsersSendThem() {
    assertThat(withOrigin("https://www.CỔNG.vn").hosts())
        .containsExactly("a", "cổng.vn", "xn--cng-qmz.vn");
    assertThat(withOrigin("https://xn--cng-qmz.vn").hosts())
        .containsExactly("a", "cổng.vn", "xn--cng-qmz.vn");
  }
}
