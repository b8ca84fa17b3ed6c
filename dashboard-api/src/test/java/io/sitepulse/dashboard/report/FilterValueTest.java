package io.sitepulse.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.validation.FieldViolationException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterValueTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "DEVICE|phone|Phone",
        "DEVICE|PHONE|Phone",
        "DEVICE|tv|TV",
        "DEVICE|Console|Console",
        "DEVICE|''|Unknown",
        "COUNTRY|vn|VN",
        "COUNTRY|US|US",
        "COUNTRY|xk|XK",
        "COUNTRY|''|''",
        "LANGUAGE|VI|vi",
        "LANGUAGE|en-us|en-US",
        "LANGUAGE|en_US|en-US",
        "LANGUAGE|zh-hant-tw|zh-Hant-TW",
        "LANGUAGE|''|''",
        "BROWSER|cốc cốc|cốc cốc",
        "SOURCE|Google|Google",
        "SOURCE|''|''",
        "SOURCE|báo.vn|báo.vn",
        "PAGE|/tin-t%E1%BB%A9c|/tin-tức",
        "PAGE|/tin-t%e1%bb%a9c|/tin-tức",
        "PAGE|/tin-tức|/tin-tức",
        "PAGE|//a/./b;jsessionid=1|/a/b",
        "PAGE|/a?b=2&a=1|/a?a=1&b=2",
        "ENTRY|/a%20b|/a%20b",
        "ENTRY|/%7Eso|/~so",
      },
      delimiter = '|')
  void aValueHasTheFormOfEvents(Dimension dimension, String value, String form) {
    assertThat(new Filters(Map.of(dimension, value)).values()).containsEntry(dimension, form);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "DEVICE|mobile|device must be Desktop, Phone, Tablet, TV, Watch, Console or Unknown",
        "DEVICE|điện thoại|device must be Desktop, Phone",
        "DEVICE|Phones|device must be Desktop, Phone",
        "DEVICE|' phone'|device must be Desktop, Phone",
        "DEVICE|iPhone|device must be Desktop, Phone",
        "DEVICE|computer|device must be Desktop, Phone",
        "COUNTRY|Vietnam|country must be AD, AE",
        "COUNTRY|VNM|country must be AD, AE",
        "COUNTRY|84|country must be AD, AE",
        "COUNTRY|UK|country must be AD, AE",
        "COUNTRY|ZZ|country must be AD, AE",
        "PAGE|tin-tuc|page must be the path of a page that begins with /",
        "PAGE|''|page must be the path",
        "PAGE|https://a.vn/|page must be the path",
        "PAGE|\\a|page must be the path",
        "ENTRY|?id=1|entry must be the path",
        "ENTRY|' /a'|entry must be the path",
        "LANGUAGE|Tiếng Việt|language must be a language tag like vi",
        "LANGUAGE|*|language must be a language tag",
        "LANGUAGE|english-language|language must be a language tag",
        "LANGUAGE|v|language must be a language tag",
        "LANGUAGE|12|language must be a language tag",
        "SOURCE|https://google.com|source must be a host like google.com",
        "SOURCE|google.com/search|source must be a host",
        "SOURCE|a.vn?x|source must be a host",
      },
      delimiter = '|')
  void aValueThatNoEventCanHaveIsRefusedWithWhatToEnter(
      Dimension dimension, String value, String detail) {
    assertThatThrownBy(() -> new Filters(Map.of(dimension, value)))
        .isInstanceOf(FieldViolationException.class)
        .hasMessageStartingWith(detail);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "tin-tức|tin-tức",
        "tin-tu\u031b\u0301c|tin-tức",
        "/tin-t%E1%BB%A9c|/tin-tức",
        "tin-t%e1%bb%a9c|tin-tức",
        "%C4%91%E1%BA%A5t|đất",
        "100%|100%",
        "a;b?c|a;b?c",
        "Giá đất|Giá đất",
      },
      delimiter = '|')
  void aSearchedTextIsDecodedAndComposed(String text, String form) {
    assertThat(ListQuery.first(1, Sort.VISITS).search()).isEmpty();
    assertThat(new ListQuery(Sort.VISITS, text, 1, 0).search()).isEqualTo(form);
  }
}
