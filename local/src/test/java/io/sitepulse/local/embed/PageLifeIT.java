package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import io.sitepulse.local.embed.PublicSide.Sums;
import io.sitepulse.runtime.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page before it is shown, when it is left, and when it comes back. */
@ExtendWith(StageExtension.class)
class PageLifeIT {
  private static final String SPECULATION =
      """
      <script type="speculationrules">
      {"prerender": [{"urls": ["/prerendered"], "eagerness": "immediate"}]}
      </script>
      <script>
      setInterval(async () => {
        if ((await fetch('/go')).status === 200) location.href = '/prerendered';
      }, 100);
      </script>
      """;
  private static final String TELL =
      "<script>addEventListener('load', () => fetch('/prerendering-' + document.prerendering));"
          + "document.addEventListener('prerenderingchange', () => fetch('/activated'));</script>";

  /** A page out of the cache loads nothing, so there is no end of loading to wait for. */
  private static final Page.WaitForURLOptions COMMITTED =
      new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT);

  /**
   * The driver hears of no beacon of a page that is gone: its text is kept where the next page is.
   */
  private static final String KEEP_BEACON =
      """
      const send = navigator.sendBeacon.bind(navigator);
      navigator.sendBeacon = (url, body) => {
        localStorage.beacon = body;
        return send(url, body);
      };
      """;

  /** Browsers prerender nothing while they are driven, so this one is left alone. */
  @Test
  void aPrerenderedPageCountsOnlyOnceItIsShown(Stage stage) throws Exception {
    stage.portal.page("/prerendered", HostPortal.html("vi", stage.line("prerendered") + TELL, ""));
    String before = stage.portal.page("/before", HostPortal.html("vi", SPECULATION, ""));
    Process browser = Chromium.alone(stage.folder("profile"), before);
    try {
      await().until(() -> stage.portal.wasAsked("/prerendering-true"));
      await()
          .during(Duration.ofMillis(1500))
          .until(() -> stage.api.today("prerendered").views() == 0);
      assertThat(stage.portal.wasAsked("/activated")).isFalse();
      stage.portal.page("/go", "");
      await().until(() -> stage.portal.wasAsked("/activated"));
      counted(stage, "prerendered", new Sums(1, 1, 1));
    } finally {
      browser.destroy();
      browser.waitFor();
    }
  }

  @Test
  void aPageOutOfTheBackForwardCacheIsAViewMoreAndItsWidgetsLiveOn(Stage stage) {
    String page =
        stage.portal.page(
            "/back",
            HostPortal.html(
                "vi",
                stage.line("back"),
                "<sitepulse-counter metric=\"views\"></sitepulse-counter>"
                    + "<sitepulse-poll poll=\"open\"></sitepulse-poll>"));
    try (var visitor = stage.visitorWithCache()) {
      visitor.open(page);
      assertThat(visitor.figure("today")).hasText("1");
      visitor.option("Hữu ích").waitFor();
      visitor.page.evaluate("window.asItWas = true");
      visitor.open(elsewhere(stage));
      visitor.page.evaluate("setTimeout(() => history.back())");
      visitor.page.waitForURL(page, COMMITTED);
      assertThat(visitor.page.evaluate("window.asItWas")).isEqualTo(true);
      assertThat(visitor.figure("today")).hasText("2");
      counted(stage, "back", new Sums(2, 1, 1));
      visitor.assertNoFaults();
    }
  }

  @Test
  void aPageOfASinglePageSiteThatIsLeftAtOnceIsCounted(Stage stage) {
    String page =
        stage.portal.page("/left-at-once", HostPortal.html("vi", stage.line("left-at-once"), ""));
    try (var visitor = stage.visitor()) {
      visitor.open(page);
      counted(stage, "left-at-once", new Sums(1, 1, 1));
      visitor.page.evaluate(
          "other => { history.pushState({}, '', '?b'); location.href = other; }", elsewhere(stage));
      counted(stage, "left-at-once", new Sums(2, 1, 1));
      visitor.assertNoFaults();
    }
  }

  @Test
  void theLastEngagedTimeGoesByBeaconAndIsInTheLedger(Stage stage) throws Exception {
    String page = stage.portal.page("/engaged", HostPortal.html("vi", stage.line("engaged"), ""));
    try (var visitor = stage.visitor()) {
      visitor.context.addInitScript(KEEP_BEACON);
      visitor.open(page);
      counted(stage, "engaged", new Sums(1, 1, 1));
      visitor.page.waitForTimeout(1200);
      visitor.open(elsewhere(stage));
      String beacon = (String) visitor.page.evaluate("localStorage.beacon");
      long engaged = Json.MAPPER.readTree(beacon).path("engagedMs").asLong();
      assertThat(engaged).isBetween(1200L, 300_000L);
      await().untilAsserted(() -> assertThat(stage.engagedMs("engaged")).isEqualTo(engaged));
      counted(stage, "engaged", new Sums(1, 1, 1));
    }
  }

  private static String elsewhere(Stage stage) {
    return stage.portal.page("/elsewhere", HostPortal.html("vi", "", "<p>Trang khác</p>"));
  }

  /** Asks that a site's numbers get so, and that nothing more comes after. */
  private static void counted(Stage stage, String site, Sums sums) {
    await()
        .during(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(stage.api.today(site)).isEqualTo(sums));
  }
}
