package io.sitepulse.ingest.useragent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentRulesTest {
  private static final String CHROME =
      "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
  private static final ParsedUserAgent SUSPECTED =
      new ParsedUserAgent("Robot", "Robot", "M BOT", "Cloud");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IDbot553",
        "IDbot553 Build/MRA58K",
        "M BOT 60",
        "CUBOT NOTE 20",
        "CUBOT KINGKONG 5 Pro",
        "M bot 54 Build/OPM2",
        "RoboScan X",
        "Spider P1"
      })
  void phonesWithTheNameOfABotArePeople(String model) {
    String text = "Mozilla/5.0 (Linux; Android 10; " + model + ") " + CHROME;
    assertThat(UserAgentRules.agent(text, SUSPECTED))
        .isEqualTo(new Agent("Phone", "Chrome", "Android", null));
    assertThat(UserAgentRules.fallback(text).bot()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Edg/131.0.0.0/xBoT2yl-59",
        "Edg/131.0.0.0 aGVsbG9ib3Q0bot9==",
        "Edg/131.0.0.0/bOtQ7crawl8",
        "Edg/131.0.0.0 k9/3bot+a1Spider0",
        "Edg/131.0.0.0 Zbot77QxScanner4"
      })
  void lettersInATokenAreNoSignOfABot(String end) {
    String text =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/131.0.0.0 Safari/537.36 "
            + end;
    assertThat(UserAgentRules.agent(text, SUSPECTED))
        .isEqualTo(new Agent("Desktop", "Edge", "Windows NT", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chrome/131.0.0.0 Safari/537.36 Chrome-Lighthouse | Chrome-Lighthouse",
        "(compatible; Google-InspectionTool/1.0;) | Google-InspectionTool",
        "Chrome/131.0.0.0 Safari/537.36 (compatible; Google Page Speed Insights) | ",
        "Chrome/131.0.0.0 Safari/537.36 StatusCake | StatusCake",
        "Chrome/131.0.0.0 Safari/537.36 Pingdom.com_bot_version_1.4 | Pingdom",
        "Chrome/131.0.0.0 Safari/537.36 DatadogSynthetics | DatadogSynthetics",
        "Chrome/131.0.0.0 Safari/537.36 Checkly/1.0 | Checkly",
        "Chrome/131.0.0.0 Safari/537.36 Site24x7 | Site24x7",
        "Chrome/131.0.0.0 Safari/537.36 Uptrends | Uptrends",
        "(KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot) | GPTBot",
        "(compatible; CCBot/2.0; https://commoncrawl.org/faq/) | CCBot",
        "(KHTML, like Gecko; compatible; Amazonbot/0.1) Chrome/119 Safari/537.36 | Amazonbot",
        "Version/17.4 Safari/605.1.15 (Applebot-Extended/0.1) | ",
        "(compatible; meta-externalfetcher/1.1) | ",
        "PhantomJS/2.1.1 Safari/538.1 | PhantomJS",
        "HeadlessChrome/131.0.0.0 Safari/537.36 | HeadlessChrome",
        "Chrome/131.0.0.0 Safari/537.36 Playwright/1.49 | Playwright",
        "Chrome/131.0.0.0 Safari/537.36 Puppeteer | Puppeteer",
        "Chrome/131.0.0.0 Safari/537.36 (compatible; NewsCrawler/3.2) | NewsCrawler",
      })
  void toolsThatCallThemselvesABrowserAreBots(String end, String name) {
    String text = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 " + end;
    Agent agent = UserAgentRules.fallback(text);
    assertThat(agent.device()).isEqualTo("Robot");
    if (name != null) {
      assertThat(agent.bot()).isEqualTo(name);
    }
    assertThat(UserAgentRules.quick(text)).isEqualTo(agent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zalo iOS/450 ZaloTheme/light ZaloLanguage/vn | Zalo",
        "[FBAN/FBIOS;FBAV/480.0.0.20.108;FBDV/iPhone15,3;FBMD/iPhone] | Facebook",
        "Instagram 350.0.0.10.100 (iPhone14,5; iOS 18_1; vi_VN; vi) | Instagram",
        "BytedanceWebview/d8a21c6 | TikTok",
        "MicroMessenger/8.0.50(0x1800322f) NetType/WIFI Language/vi | WeChat",
        "Safari Line/14.18.0 | Line",
        "Viber/23.9.0 | Viber",
      })
  void appsAreNamedByThemselves(String end, String browser) {
    String text =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Mobile/15E148 "
            + end;
    var engine = new ParsedUserAgent("Phone", "Browser Webview", "UIWebView", "iOS");
    assertThat(UserAgentRules.agent(text, engine))
        .isEqualTo(new Agent("Phone", browser, "iOS", null))
        .isEqualTo(UserAgentRules.fallback(text));
  }

  @Test
  void anIpadThatAsksForDesktopPagesInAnAppIsATablet() {
    String text =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBDV/iPad13,1]";
    assertThat(
            UserAgentRules.agent(
                text, new ParsedUserAgent("Desktop", "Browser", "Safari", "Mac OS")))
        .isEqualTo(new Agent("Tablet", "Facebook", "iOS", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UHYlQ2yl-59", "f3a9c1d7e2", "SM-G991B", "131.0.0.0", "xQzT", "Hacker", "K"})
  void aTokenIsNoNameOfABrowser(String token) {
    String text = "Mozilla/5.0 (Linux; Android 14; K) Something/1.0";
    assertThat(
            UserAgentRules.agent(text, new ParsedUserAgent("Phone", "Browser", token, "Android"))
                .browser())
        .isEqualTo("Unknown");
  }

  @Test
  void crawlersHaveAListWithNamesOfProducts() {
    assertThat(CrawlerList.load().size()).isGreaterThan(1_000);
  }
}
