package io.sitepulse.local.replay.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/tin-tuc/",
        "/tin-tuc?id=7",
        "/index.html",
        "/vi/news/a-1.0",
        "/Default.ASPX",
        "/bai-viet.php?anh=a.png",
        "/phien-ban-2.5/gioi-thieu",
        "/about.html/"
      })
  void pathsOfPagesArePages(String target) {
    assertThat(PageRule.DEFAULT.isPage(get(target, 200))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/style.css",
        "/a/b.PNG",
        "/favicon.ico",
        "/robots.txt",
        "/van-ban.pdf",
        "/feed",
        "/blog/rss/",
        "/?flav=rss20",
        "/a?x=1&format=atom",
        "/sitemap.xml",
        "/.well-known/security",
        "*",
        "http://elsewhere.example/"
      })
  void filesFeedsAndOthersAreNot(String target) {
    assertThat(PageRule.DEFAULT.isPage(get(target, 200))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {206, 301, 302, 403, 404, 500})
  void whatWasNotShownIsNoPage(int status) {
    assertThat(PageRule.DEFAULT.isPage(get("/", status))).isFalse();
  }

  @Test
  void anUnchangedPageWasShown() {
    assertThat(PageRule.DEFAULT.isPage(get("/", 304))).isTrue();
  }

  @Test
  void onlyGetShowsAPage() {
    var head = new LogLine("192.0.2.1", Instant.EPOCH, "HEAD", "/", 200, "", "");

    assertThat(PageRule.DEFAULT.isPage(head)).isFalse();
  }

  @Test
  void givenPatternsTakeThePlaceOfTheRuleAboutPaths() {
    var rule = new PageRule(List.of(Pattern.compile("\\.pdf$")), List.of());

    assertThat(rule.isPage(get("/van-ban.pdf", 200))).isTrue();
    assertThat(rule.isPage(get("/", 200))).isFalse();
  }

  @Test
  void exceptionsHoldWhateverElseDoes() {
    var rule = new PageRule(List.of(), List.of(Pattern.compile("^/admin/")));

    assertThat(rule.isPage(get("/admin/", 200))).isFalse();
    assertThat(rule.isPage(get("/", 200))).isTrue();
  }

  private static LogLine get(String target, int status) {
    return new LogLine("192.0.2.1", Instant.EPOCH, "GET", target, status, "", "");
  }
}
