package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages for an iframe and the image, as such. */
@ExtendWith(StageExtension.class)
class EmbedPagesIT {
  private static final List<String> PAGES =
      List.of(
          "counter?site=looks",
          "counter?site=looks&lang=en&metric=views&show=online,today,yesterday,week,month,year,total",
          "counter?site=nobody",
          "poll?poll=open",
          "poll?poll=several&lang=en",
          "poll?poll=after-voting",
          "poll?poll=managers",
          "poll?poll=scheduled",
          "poll?poll=past-event",
          "poll?poll=draft",
          "poll?poll=nothing&lang=en");

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void noneBreaksARuleOfAccessibilityOrIsCut(ColorScheme scheme, Stage stage) {
    var wishes = Visitor.usual().setColorScheme(scheme).setViewportSize(200, 300);
    try (var visitor = stage.visitor(wishes)) {
      for (String page : PAGES) {
        visitor.open(stage.host() + "/embed/" + page);
        Axe.findsNothing(visitor.page);
        assertThat((Integer) visitor.page.evaluate("document.documentElement.scrollWidth"))
            .as(page)
            .isLessThanOrEqualTo(200);
        visitor.picture("embed-" + page.replaceAll("[^a-z]+", "-") + scheme.name().charAt(0));
      }
    }
  }

  @Test
  void oneVotesInAFrameByKeyboardAndSeesTheResult(Stage stage) {
    try (var visitor = stage.visitor(Visitor.usual().setJavaScriptEnabled(false))) {
      visitor.open(stage.host() + "/embed/poll?poll=frame");
      visitor.page.keyboard().press("Tab");
      visitor.page.keyboard().press("Space");
      visitor.page.keyboard().press("Tab");
      visitor.page.keyboard().press("Enter");
      assertThat(visitor.page.locator(".notice")).containsText("Cảm ơn bạn");
      assertThat(visitor.page.locator("tbody tr").first()).containsText("1");
      visitor.picture("embed-voted");
      visitor.assertNoFaults();
    }
  }

  @Test
  void aFormOfAnotherSiteCannotVote(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(
          stage.portal.page(
              "/forged-form",
              HostPortal.html(
                  "vi",
                  "",
                  """
                  <form method="post" action="%s/embed/poll">
                  <input name="poll" value="frame"><input name="choice" value="rich">
                  <input name="id" value="0b3d9f0e-6a3e-4f0e-9d55-7a1f0e1d2c3b">
                  <button>Gửi</button></form>
                  """
                      .formatted(stage.host()))));
      var answer =
          visitor.page.waitForResponse(
              stage.host() + "/embed/poll", () -> visitor.button("Gửi").click());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(stage.api.ballots("frame", "rich")).isZero();
    }
  }

  @Test
  void theImageIsDrawn(Stage stage) {
    String image = "<img src=\"%s/api/sites/looks/counters.svg%s\" alt=\"Số lượt truy cập\"> ";
    try (var visitor = stage.visitor(Visitor.usual().setViewportSize(600, 400))) {
      visitor.open(
          stage.portal.page(
              "/images",
              HostPortal.html(
                  "vi",
                  "",
                  image.formatted(stage.host(), "")
                      + image.formatted(stage.host(), "?theme=dark&amp;lang=en&amp;metric=views")
                      + image.formatted(
                          stage.host(), "?show=online,today,yesterday,week,month,year,total"))));
      assertThat(
              visitor.page.evaluate(
                  "[...document.images].every(one => one.complete && one.naturalWidth === 240)"))
          .isEqualTo(true);
      visitor.picture("images");
    }
  }
}
