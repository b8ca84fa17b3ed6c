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
    assertThat(portal.html(page))
        .doesNotContain("{{")
        .doesNotContain(" style=", " onclick=", "<style", "javascript:")
        .doesNotContainPattern("<script[^>]*>[^<]")
        .contains("<h1>");
  }

  @Test
  void thePageWithoutScriptsHasNone() {
    var bare = DemoPage.ALL.stream().filter(page -> page.look() == DemoPage.Look.BARE).findFirst();

    assertThat(portal.html(bare.orElseThrow()))
        .doesNotContain("<script")
        .contains("/api/pixel.gif?site=demo", "/api/sites/demo/counters.svg");
  }
}
