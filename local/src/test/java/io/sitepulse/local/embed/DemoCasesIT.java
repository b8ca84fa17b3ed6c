package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the claims that the demo portal's examples make about themselves. */
@ExtendWith(StageExtension.class)
class DemoCasesIT {
  private static final LocatorAssertions.HasTextOptions SOON =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  @ParameterizedTest
  @ValueSource(strings = {"css-la", "csp", "toan-ven", "tuy-bien", "nen-toi"})
  void bothElementsAreAliveInIt(String name, Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(stage.host() + "/vi-du/" + name);
      assertThat(visitor.page.locator("main sitepulse-counter [part~=value-total]").first())
          .hasText(java.util.regex.Pattern.compile("\\d+\\.\\d{3}"), SOON);
      assertThat(visitor.option("Hữu ích")).isVisible();
      assertThat(visitor.button("Bình chọn")).isVisible();
      visitor.assertNoFaults();
    }
  }

  @Test
  void aLineThatStandsTwiceAndEachStepOfASinglePageSiteCountOnce(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(stage.host() + "/vi-du/hai-lan");
      long before = views(visitor, stage);
      visitor.open(stage.host() + "/vi-du/mot-trang");
      assertThat(visitor.figure("today")).hasText(text(before + 1), SOON);
      visitor.button("Hỏi đáp").click();
      assertThat(visitor.page.locator("#dia-chi")).hasText("/vi-du/mot-trang?muc=hoi-dap");
      assertThat(visitor.figure("today")).hasText(text(before + 2), SOON);
      visitor.open(stage.host() + "/vi-du/javascript");
      assertThat(visitor.figure("today")).hasText(text(before + 3), SOON);
      visitor.button("Đếm tệp văn bản số 7").click();
      assertThat(visitor.figure("today")).hasText(text(before + 4), SOON);
      visitor.assertNoFaults();
    }
  }

  @Test
  void anEditorLeavesTheCountsAndComesBack(Stage stage) {
    try (var editor = stage.visitor()) {
      editor.open(stage.host() + "/vi-du/rieng-tu");
      assertThat(editor.page.locator("#cookie")).hasText("không có");
      long before = views(editor, stage);
      editor.button("Không đếm trình duyệt này").click();
      assertThat(editor.page.locator("#bo-qua")).hasText("không được đếm");
      editor.page.reload();
      assertThat(editor.page.locator("#bo-qua")).hasText("không được đếm");
      editor.button("Đếm lại trình duyệt này").click();
      editor.page.reload();
      assertThat(editor.figure("today")).hasText(text(before + 1), SOON);
      editor.assertNoFaults();
    }
  }

  /** Today's views of the demo, once the page that was opened is among them. */
  private static long views(Visitor visitor, Stage stage) {
    visitor.page.waitForTimeout(1500);
    long views = stage.api.today("demo").views();
    assertThat(visitor.figure("today")).hasText(text(views), SOON);
    return views;
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
