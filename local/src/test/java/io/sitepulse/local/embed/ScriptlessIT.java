package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.options.AriaRole;
import io.sitepulse.local.embed.PublicSide.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page whose reader runs no scripts. */
@ExtendWith(StageExtension.class)
class ScriptlessIT {
  private static final String BODY =
      """
      <img id="image" src="HOST/api/sites/bare/counters.svg" alt="Số lượt truy cập">
      <img src="HOST/api/pixel.gif?site=bare&amp;page=/khong-ma" alt="" width="1" height="1">
      <iframe id="counter" src="HOST/embed/counter?site=quiet" title="Số lượt truy cập"></iframe>
      <iframe id="poll" src="HOST/embed/poll?poll=bare" title="Bình chọn" height="520"></iframe>
      <sitepulse-counter><img src="HOST/api/sites/bare/counters.svg" alt="Dự phòng"></sitepulse-counter>
      """;

  @Test
  void numbersAreShownAViewIsCountedAndAVoteTaken(Stage stage) {
    try (var visitor = stage.visitor(Visitor.usual().setJavaScriptEnabled(false))) {
      visitor.open(
          stage.portal.page(
              "/bare",
              HostPortal.html("vi", stage.line("bare"), BODY.replace("HOST", stage.host()))));
      await().untilAsserted(() -> assertThat(stage.api.today("bare")).isEqualTo(new Sums(1, 1, 1)));
      assertThat(visitor.page.locator("#image")).isVisible();
      assertThat(visitor.page.getByAltText("Dự phòng")).isVisible();

      FrameLocator counter = visitor.page.frameLocator("#counter");
      assertThat(counter.getByText("Tổng lượt truy cập")).isVisible();
      assertThat(counter.locator("dd").last()).hasText("2.756.838");

      FrameLocator poll = visitor.page.frameLocator("#poll");
      poll.getByLabel("Dễ sử dụng").check();
      poll.getByRole(AriaRole.BUTTON).click();
      assertThat(poll.getByRole(AriaRole.STATUS)).containsText("Cảm ơn bạn");
      assertThat(poll.locator("tbody tr").nth(1)).containsText("1100%");
      await().untilAsserted(() -> assertThat(stage.api.ballots("bare", "easy")).isEqualTo(1));
      visitor.picture("scriptless");
      visitor.assertNoFaults();
    }
  }

  @Test
  void theImageHasTheNumbersAsItsTextAlternative(Stage stage) {
    String svg = stage.api.get("/api/sites/quiet/counters.svg").body();
    assertThat(svg).contains("role=\"img\"", "Tổng lượt truy cập: 2.756.838</desc>");
    String english = stage.api.get("/api/sites/quiet/counters.svg?lang=en").body();
    assertThat(english).contains("Total visits: 2,756,838</desc>");
  }

  @Test
  void aContentNetworkMayCachePublicResponses(Stage stage) {
    for (String path :
        new String[] {
          "/embed/counter?site=looks", "/api/sites/quiet/counters.svg", "/sitepulse.js",
        }) {
      var headers = stage.api.get(path).headers();
      assertThat(headers.firstValue("cache-control").orElse("")).contains("public", "max-age=");
      assertThat(headers.firstValue("etag")).isPresent();
      assertThat(headers.firstValue("set-cookie")).isEmpty();
    }
  }
}
