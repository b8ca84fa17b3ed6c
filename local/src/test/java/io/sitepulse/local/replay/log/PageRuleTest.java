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
        "/about.html/",
        "/ubnd-tp.hcm",
        "/van-ban/45.2025.QD.UBND",
        "/van-ban/12/2025/QD-TTg",
        "/bai-viet.12345",
        "/so-tnmt.vn",
        "/portal/trang-chu.jsp;jsessionid=0A1B2C3D4E5F.node1",
        "/chi-tiet.aspx;x=a.css",
        "/bai-viet?file=logo.png",
        "/tin-tuc/rss-la-gi",
        "/gioi-thieu.ashx?id=3"
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
        "/css/main.css;jsessionid=0A1B2C3D4E5F",
        "/css/main.css?v=1.2",
        "/anh/logo.png?w=300&h=200",
        "/anh/logo.JPEG;v=2?w=1",
        "/fonts/a.woff2?#iefix",
        "/vi/news/rss/Tin-tuc/",
        "/rss.aspx",
        "/tin-tuc/feed/",
        "/comments/feed/?withcomments=1",
        "/wp-admin/admin-ajax.php?action=heartbeat",
        "/vi/wp-json/wp/v2/posts",
        "/chuyen-muc/bai-viet/?relatedposts=1",
        "/?wc-ajax=get_refreshed_fragments",
        "/api/jsonws/invoke",
        "/_vti_bin/client.svc",
        "/.well-known/security",
        "*",
        "http://elsewhere.example/"
      })
  void filesFeedsAndOthersAreNot(String target) {
    assertThat(PageRule.DEFAULT.isPage(get(target, 200))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205, 206, 301, 302, 403, 404, 500})
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
