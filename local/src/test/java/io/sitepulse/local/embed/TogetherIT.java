package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people with a browser each, on one page. */
@ExtendWith(StageExtension.class)
class TogetherIT {
  private static final String SITE = "together";

  private String address = "";

  @BeforeEach
  void putThePageUp(Stage stage) {
    address =
        stage.portal.page(
            "/together",
            HostPortal.html(
                "vi",
                Stage.line(stage.host(), SITE, "data-heartbeat=\"3\""),
                "<sitepulse-counter></sitepulse-counter>"
                    + "<sitepulse-poll poll=\"together\"></sitepulse-poll>"));
  }

  @Test
  void eachSeesTheOtherComeAndGoOnline(Stage stage) {
    await().atMost(Stage.ONLINE.multipliedBy(2)).until(() -> stage.api.online(SITE) == 0);
    try (var ann = stage.visitor()) {
      ann.open(address);
      assertThat(ann.figure("online")).hasText("1", within(60));
      try (var binh = stage.visitor(Visitor.usual().setUserAgent(Visitor.EDGE))) {
        binh.open(address);
        assertThat(binh.figure("online")).hasText("2", within(60));
        assertThat(ann.figure("online")).hasText("2", within(60));
        binh.assertNoFaults();
      }
      assertThat(ann.figure("online")).hasText("1", within(4 * Stage.ONLINE.toSeconds()));
      ann.assertNoFaults();
    }
  }

  @Test
  void aVoteOfOneMovesTheBarOfTheOther(Stage stage) {
    try (var ann = stage.visitor();
        var binh = stage.visitor(Visitor.usual().setUserAgent(Visitor.EDGE))) {
      ann.open(address);
      binh.open(address);
      Locator bar = ann.page.locator("sitepulse-poll [part=bar-fill]").first();
      assertThat(bar).hasAttribute("style", "width: 0%;");
      binh.option("Hữu ích").check();
      binh.button("Bình chọn").click();
      assertThat(binh.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible();
      assertThat(bar).hasAttribute("style", "width: 100%;");
      assertThat(ann.page.getByText("1 người đã tham gia bình chọn")).isVisible();
      assertThat(ann.page.locator("sitepulse-poll [part=figures]").first()).hasText("1 · 100%");

      binh.button("Đổi lựa chọn").click();
      binh.option("Dễ sử dụng").check();
      binh.button("Bình chọn").click();
      assertThat(bar).hasAttribute("style", "width: 0%;");
      assertThat(ann.page.locator("sitepulse-poll [part=figures]").nth(1)).hasText("1 · 100%");
      assertThat(stage.api.participants("together")).isEqualTo(1);
      ann.assertNoFaults();
      binh.assertNoFaults();
    }
  }

  private static LocatorAssertions.HasTextOptions within(long seconds) {
    return new LocatorAssertions.HasTextOptions().setTimeout(seconds * 1000.0);
  }
}
