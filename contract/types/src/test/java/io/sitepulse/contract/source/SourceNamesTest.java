package io.sitepulse.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNamesTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/io/sitepulse/contract/source/hosts.csv", delimiter = '|')
  void hostsAndAppsOfAProviderHaveItsName(String host, String name) {
    assertThat(SourceNames.of(host)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zalo | zalo",
        "Zalo | zalo",
        "Zalo_OA | zalo",
        "zalo-oa-so-y-te | zalo",
        "Trang Facebook Sở Y tế | facebook",
        "fb | fb",
        "FB_Ads | fb",
        "google | google",
        "chatgpt.com | chatgpt.com",
        "www.Facebook.com | www.facebook.com",
        "QR poster | qr",
        "email | email",
        "newsletter/2026-11 | newsletter",
      })
  void aTagNamesASourceByAWordOfTheTable(String tag, String word) {
    assertThat(SourceNames.wordOf(tag)).isEqualTo(word);
    assertThat(SourceNames.of(word)).isNotEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "bandroll", "tờ rơi", "zalopay-like", "x", "social", "cpc"})
  void anotherTagNamesNone(String tag) {
    assertThat(SourceNames.wordOf(tag)).isNull();
    assertThat(SourceNames.wordOf(null)).isNull();
  }

  @Test
  void everyNameAndKeyLeadsToItsName() {
    assertThat(SourceNames.keys()).hasSameSizeAs(SourceNames.names()).doesNotHaveDuplicates();
    for (int i = 0; i < SourceNames.keys().size(); i++) {
      String key = SourceNames.keys().get(i);
      assertThat(key).isEqualTo(key.toLowerCase(Locale.ROOT)).doesNotStartWith("www.");
      assertThat(SourceNames.of(key.replace("*", "com.vn"))).isEqualTo(SourceNames.names().get(i));
    }
  }
}
