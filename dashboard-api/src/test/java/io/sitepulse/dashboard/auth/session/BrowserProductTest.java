package io.sitepulse.dashboard.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserProductTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Firefox | Windows | Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0
          Chrome | Android | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36
          Edge | Windows | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0
          Cốc Cốc | Windows | Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/138.0.0 Chrome/132.0.0.0 Safari/537.36
          Safari | iOS | Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1
          Safari | macOS | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15
          Chrome | Linux | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36
          """)
  void namesBrowserAndSystem(String browser, String system, String userAgent) {
    assertThat(BrowserProduct.of(userAgent)).isEqualTo(new BrowserProduct(browser, system));
  }

  @Test
  void keepsNothingOfWhatItDoesNotKnow() {
    var unknown = new BrowserProduct(null, null);
    assertThat(BrowserProduct.of(null)).isEqualTo(unknown);
    assertThat(BrowserProduct.of("An's own program 1.0")).isEqualTo(unknown);
  }
}
