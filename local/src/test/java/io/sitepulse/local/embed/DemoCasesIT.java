package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the claims that the demo portal's examples make about themselves. */
@ExtendWith(StageExtension.class)
class DemoCasesIT {
  /** Longer than an event takes from the browser into the counters, on a busy machine too. */
  private static final Duration STILL = Duration.ofSeconds(4);

  @ParameterizedTest
  @ValueSource(strings = {"css-la", "csp", "toan-ven", "tuy-bien", "nen-toi"})
  void bothElementsAreAliveInIt(String name, Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(stage.host() + "/vi-du/" + name);
      assertThat(visitor.page.locator("main sitepulse-counter [part~=value-total]").first())
          .hasText(java.util.regex.Pattern.compile("\\d+\\.\\d{3}"));
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
      assertThat(visitor.figure("today")).hasText(text(before + 1));
      visitor.button("Hỏi đáp").click();
      assertThat(visitor.page.locator("#dia-chi")).hasText("/vi-du/mot-trang?muc=hoi-dap");
      assertThat(visitor.figure("today")).hasText(text(before + 2));
      visitor.open(stage.host() + "/vi-du/javascript");
      assertThat(visitor.figure("today")).hasText(text(before + 3));
      visitor.button("Đếm tệp văn bản số 7").click();
      assertThat(visitor.figure("today")).hasText(text(before + 4));
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
      assertThat(editor.figure("today")).hasText(text(before + 1));
      editor.assertNoFaults();
    }
  }

  /** Today's views of the demo, once those of all pages that were opened are among them. */
  private static long views(Visitor visitor, Stage stage) {
    await().until(() -> visitor.waiting() == 0);
    var last = new AtomicLong();
    await().during(STILL).until(() -> isShown(visitor, stage) && stays(last, stage));
    return last.get();
  }

  private static boolean isShown(Visitor visitor, Stage stage) {
    String views = text(stage.api.today("demo").views());
    return views.equals(visitor.figure("today").textContent());
  }

  private static boolean stays(AtomicLong last, Stage stage) {
    long views = stage.api.today("demo").views();
    return last.getAndSet(views) == views;
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
