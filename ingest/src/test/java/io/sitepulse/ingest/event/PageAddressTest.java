package io.sitepulse.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {
  private static final List<String> KEPT = List.of("id", "nv", "tên");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tin-tuc | /tin-tuc",
        "/ | /",
        "/a#b?id=1 | /a",
        "/a?utm_source=x | /a",
        "/a?x=1&nv=news&y=2&id=7 | /a?id=7&nv=news",
        "/a?nv=news&id=7&id=8 | /a?id=7&id=8&nv=news",
        "/a?id | /a?id",
        "/a?%69d=7 | /a?id=7",
        "/a?t%C3%AAn=an | /a?tên=an",
        "/a?%zz=1&id=2 | /a?id=2",
        "/a? | /a",
        "/t%E1%BB%89nh/ | /tỉnh/",
        "/tỉnh | /tỉnh",
        "https://Demo.gov.vn/a?id=1#x | /a?id=1",
        "http://user:pw@demo.gov.vn:8080/a | /a",
        "https://demo.gov.vn | /",
        "https://demo.gov.vn?id=3 | /?id=3",
        "//demo.gov.vn/a | /demo.gov.vn/a",
        "// | /",
        "///a | /a",
        "https://demo.gov.vn//a | /a",
        "/a.jsp;jsessionid=1#x | /a.jsp",
        "HTTPS://demo.gov.vn/a | /a",
      })
  void aPageIsItsPathWithThePageParameters(String sent, String page) {
    assertThat(PageAddress.page(sent, KEPT)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "tin-tuc",
        "?id=1",
        "#top",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "about:blank",
        "ftp://demo.gov.vn/a",
        "https://"
      })
  void refusesOtherTextsAsAPage(String sent) {
    assertThat(PageAddress.page(sent, KEPT)).isNull();
  }

  @Test
  void removesControlCharacters() {
    assertThat(PageAddress.page("\n/a\u0000b\tc\u007f ", KEPT)).isEqualTo("/abc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.Google.com/search?q=s | www.google.com/search",
        "https://demo.gov.vn:8443/a#b | demo.gov.vn/a",
        "https://user:pw@x.vn/a | x.vn/a",
        "https://x.vn | x.vn",
        "https://x.vn?q=1 | x.vn",
        "https://X.vn./a | x.vn/a",
        "https://xn--cng-qmz.vn/ | cổng.vn/",
        "https://x.vn/tin-t%e1%bb%a9c;s=1?q | x.vn/tin-tức",
        "https://https://example.vn/ | example.vn/",
        "android-app://com.zing.zalo/ | com.zing.zalo/",
        "android-app://com.google.android.googlequicksearchbox/https/www.google.com"
            + " | com.google.android.googlequicksearchbox/https/www.google.com",
        "ANDROID-APP://com.Zing.Zalo | com.zing.zalo",
        "ios-app://1234567/zalo | 1234567/zalo",
        "https://x.vn..:443/a | x.vn/a",
        "https://XN--CNG-QMZ.vn./a | cổng.vn/a",
        "https://www.xn--cng-qmz.xn--p1ai?q | www.cổng.рф",
        "HTTPS://https://HTTP://example.vn/a | example.vn/a",
        "http://[2001:db8::1]:80/a | [2001:db8::1]/a",
      })
  void aReferrerIsHostAndPath(String sent, String referrer) {
    assertThat(PageAddress.referrer(sent)).isEqualTo(referrer);
  }

  @ParameterizedTest
  @CsvSource({
    "x.vn/a, https://x.vn, true",
    "www.x.vn/a, https://x.vn, true",
    "x.vn, http://www.X.vn:8080, true",
    "cổng.vn/a, https://www.xn--cng-qmz.vn, true",
    "m.x.vn/a, https://x.vn, false",
    "x.vn/a, null, false",
    "x.vn/a, , false",
  })
  void theHostOfAnOriginHasTwoNames(String referrer, @Nullable String origin, boolean isOf) {
    assertThat(PageAddress.isOfHost(referrer, origin)).isEqualTo(isOf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/local",
        "about:client",
        "https://",
        "not an address",
        "http://https//x.vn/",
        "https://https:443/",
        "http://http",
        "https://./",
        "https://http:/x.vn/"
      })
  void ignoresOtherTextsAsAReferrer(String sent) {
    assertThat(PageAddress.referrer(sent)).isNull();
  }
}
