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
  @CsvSource({
    "https://a.gov.vn, https://a-gov-vn.translate.goog",
    "https://a.gov.vn, https://www-a-gov-vn.translate.goog",
    "https://www.a.gov.vn, http://a-gov-vn.translate.goog",
    "https://so-tnmt.a.gov.vn, https://so--tnmt-a-gov-vn.translate.goog",
    "https://a--b.vn, https://a----b-vn.translate.goog",
    "https://xn--abc-123.vn, https://xn----abc--123-vn.translate.goog",
    "https://a.gov.vn, HTTPS://A-GOV-VN.TRANSLATE.GOOG",
  })
  void pagesThatGoogleTranslatesAreOfTheSite(String origin, String translated) {
    assertThat(withOrigin(origin).allows(translated)).isTrue();
  }

  @Test
  void framesMayBeOnThePagesWhoseVotesAreTaken() {
    Site site =
        Site.builder()
            .id("a")
            .origins(List.of("https://so-tnmt.a.gov.vn", "http://www.b.vn:8080"))
            .build();
    assertThat(site.frameSources())
        .containsExactly(
            "http://so-tnmt.a.gov.vn",
            "http://www.so-tnmt.a.gov.vn",
            "https://so--tnmt-a-gov-vn.translate.goog",
            "https://www-so--tnmt-a-gov-vn.translate.goog",
            "http://b.vn:8080",
            "http://www.b.vn:8080");
    assertThat(site.frameSources()).allMatch(site::allows);
    assertThat(Site.of("any", Site.DEFAULT_ZONE).frameSources()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://b-gov-vn.translate.goog",
        "https://b-a-gov-vn.translate.goog",
        "https://a--gov-vn.translate.goog",
        "https://translate.goog",
        "https://a-gov-vn.translate.goog.evil.example",
        "https://a-gov-vn.x.translate.goog",
        "https://translate.google.com",
      })
  void pagesOfOthersThatGoogleTranslatesAreNot(String translated) {
    assertThat(SITE.allows(translated)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://webcache.googleusercontent.com",
        "https://web.archive.org",
        "http://archive.org",
        "https://archive.ph",
        "https://archive.today",
        "https://cc.bingj.com",
        "https://www.translatoruser-int.com",
        "https://ssl.translatoruser.com",
        "https://www.translatetheweb.com",
        "https://translated.turbopages.org",
        "https://yandexwebcache.net",
        "https://hghltd.yandex.net",
        "https://cache.baiducontent.com",
        "HTTPS://Web.Archive.ORG:443",
      })
  void copiesOfASiteAreAllowedOnlyIfTheyAreListed(String copy) {
    Site any = Site.builder().id("a").name("A").origins(List.of()).build();

    assertThat(any.allows(copy)).isFalse();
    assertThat(any.allows("https://notarchive.org")).isTrue();
    assertThat(SITE.allows(copy)).isFalse();
    assertThat(withOrigin("https://web.archive.org").allows("https://web.archive.org")).isTrue();
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
