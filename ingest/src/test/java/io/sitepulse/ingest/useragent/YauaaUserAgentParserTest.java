package io.sitepulse.ingest.useragent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YauaaUserAgentParserTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static YauaaUserAgentParser agents;

  @BeforeAll
  static void build() {
    agents = new YauaaUserAgentParser(VERTX, 100);
  }

  @AfterAll
  static void close() {
    agents.close();
    VERTX.close().await();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0 | Desktop | Edge | Windows NT",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "coc_coc_browser/118.0.188 Chrome/112.0.5615.188 Safari/537.36 "
            + "| Desktop | Coc Coc Browser | Windows NT",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 "
            + "| Desktop | Firefox | Linux",
        "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/125.0.0.0 Mobile Safari/537.36 | Phone | Chrome | Android",
        "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            + "Version/16.6 Mobile/15E148 Safari/604.1 | Tablet | Safari | iOS",
        "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "SamsungBrowser/3.0 Chrome/76.0.3809.146 TV Safari/537.36 "
            + "| TV | SamsungBrowser | Tizen",
        "Lynx/2.8.7rel.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/1.0.1f | Unknown | Lynx | Unknown",
        "SAMSUNG-GT-E2232/1.0 Openwave/6.2.3 Profile/MIDP-2.0 Configuration/CLDC-1.1 "
            + "UP.Browser/6.2.3.3.c.1.101 (GUI) MMP/2.0 | Phone | Openwave | Unknown",
      })
  void browsersAreVisitors(String text, String device, String browser, String system) {
    assertThat(read(text)).isEqualTo(new Agent(device, browser, system, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | Googlebot",
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine) "
            + "| Coccocbot",
        "curl/8.5.0 | Curl",
        "Wget/1.21.3 | Wget",
        "python-requests/2.31.0 | Python-requests",
        "Python-urllib/2.7 | Python-urllib",
        "Go-http-client/1.1 | Go-http-client",
        "Java/17.0.15 | Java",
        "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/) | UptimeRobot",
        "check_http/v2.3.3 (monitoring-plugins 2.3.3) | Check_http",
        "Tiny Tiny RSS/21.05 (https://tt-rss.org/) | Tiny Tiny RSS",
        "Feedbin - 1 subscribers | Feedbin",
        "Reeder/2.1.1 CFNetwork/672.0.8 Darwin/14.0.0 | Reeder",
        "Liferea/1.8.3 (Linux; en_GB.UTF-8; http://liferea.sf.net/) | Liferea",
        "Ruby | unnamed",
        "- | unnamed",
        "Mozilla/5.0 (compatible; theoldreader.com) | Theoldreader.com",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "HeadlessChrome/120.0.0.0 Safari/537.36 | HeadlessChrome",
      })
  void softwareIsABotAndHasItsName(String text, String bot) {
    assertThat(read(text)).isEqualTo(new Agent("Robot", "Unknown", "Unknown", bot));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0",
        "Mozilla/4.0 (compatible;)",
        "Mozilla/3.0 (compatible; Indy Library)",
        "Dalvik/1.6.0 (Linux; U; Android 4.1.2; C2105 Build/15.0.A.2.17)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"
      })
  void softwareThatClaimsToBeABrowserIsABot(String text) {
    assertThat(read(text).bot()).isNotNull();
  }

  @Test
  void aMissingUserAgentIsABot() {
    assertThat(read("").bot()).isEqualTo("none");
    assertThat(read("  ").bot()).isEqualTo("none");
  }

  @Test
  void cutsALongUserAgent() {
    assertThat(read("Mozilla/5.0 (X11; Linux x86_64) " + "x".repeat(7_000))).isNotNull();
  }

  private static Agent read(String userAgent) {
    return agents.of(userAgent).await();
  }
}
