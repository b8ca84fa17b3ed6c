package io.sitepulse.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoPortalTest {
  private final DemoPortal portal = new DemoPortal();

  static java.util.List<DemoPage> pages() {
    return DemoPage.ALL;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsWholeAndHasNothingInlineThatItsPolicyForbids(DemoPage page) {
    assertThat(portal.html(page, "nonce"))
        .doesNotContain("{{")
        .doesNotContain(" style=", " onclick=", "<style", "javascript:")
        .doesNotContainPattern("<script[^>]*>[^<]")
        .contains("<h1>");
  }

  @Test
  void everyExampleIsReachedFromTheOverview() {
    var overview = DemoPage.ALL.stream().filter(page -> page.path().equals("/vi-du/")).findFirst();
    String html = portal.html(overview.orElseThrow(), "");
    assertThat(DemoPage.ALL)
        .filteredOn(page -> page.path().startsWith("/vi-du/") && !page.path().equals("/vi-du/"))
        .allSatisfy(page -> assertThat(html).contains("href=\"" + page.path() + "\""));
  }

  @Test
  void thePageWithoutScriptsHasNone() {
    var bare = DemoPage.ALL.stream().filter(page -> page.line() == DemoPage.Line.NONE).findFirst();

    assertThat(portal.html(bare.orElseThrow(), ""))
        .doesNotContain("<script")
        .contains("/api/pixel.gif?site=demo", "/api/sites/demo/counters.svg");
  }
}
