package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Voting by hand of those who use no mouse, and what a vote opens. */
@ExtendWith(StageExtension.class)
class VotingIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final String FOCUSED =
      "() => { let one = document.activeElement;"
          + " while (one.shadowRoot) one = one.shadowRoot.activeElement;"
          + " return one.value || one.tagName; }";

  @Test
  void oneVotesAndChangesByKeyboardAloneAndTheFocusIsNeverLost(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(page(stage, "keyboard"));
      visitor.option("Hữu ích").waitFor();
      Keyboard keys = visitor.page.keyboard();
      keys.press("Tab");
      assertThat(focused(visitor.page)).isEqualTo("useful");
      keys.press("Enter");
      assertThat(visitor.page.getByText("Bạn chưa chọn phương án nào.")).isVisible();
      visitor.picture("vote-nothing-chosen");
      keys.press("Space");
      assertThat(visitor.option("Hữu ích")).isChecked();
      keys.press("ArrowDown");
      assertThat(visitor.option("Dễ sử dụng")).isChecked();
      visitor.picture("vote-focus");
      keys.press("Tab");
      keys.press("Enter");
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible();
      assertThat(focused(visitor.page)).isEqualTo("H2");
      await().untilAsserted(() -> assertThat(stage.api.ballots("keyboard", "easy")).isEqualTo(1));
      visitor.picture("voted");

      keys.press("Tab");
      keys.press("Enter");
      assertThat(focused(visitor.page)).isEqualTo("easy");
      visitor.picture("vote-change");
      keys.press("ArrowDown");
      keys.press("Tab");
      keys.press("Space");
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible();
      await().untilAsserted(() -> assertThat(stage.api.ballots("keyboard", "rich")).isEqualTo(1));
      assertThat(stage.api.participants("keyboard")).isEqualTo(1);
      visitor.assertNoFaults();
    }
  }

  @Test
  void ofSeveralChoicesNoMoreThanAllowedAreTaken(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(page(stage, "keyboard-several"));
      visitor.option("Hữu ích").check();
      visitor.option("Dễ sử dụng").check();
      visitor.option("Phong phú đa dạng").click();
      assertThat(visitor.page.getByText("Chỉ được chọn tối đa 2 phương án.")).isVisible();
      assertThat(visitor.option("Phong phú đa dạng")).not().isChecked();
      assertThat(visitor.page.getByText("Đã chọn 2/2.")).isVisible();
      visitor.picture("vote-too-many");
      visitor.option("Hữu ích").uncheck();
      visitor.option("Phong phú đa dạng").check();
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible();
      await()
          .untilAsserted(
              () -> assertThat(stage.api.ballots("keyboard-several", "rich")).isEqualTo(1));
      visitor.picture("voted-several");
      visitor.assertNoFaults();
    }
  }

  @Test
  void resultsThatWaitForAVoteComeWithItAndStayAfterAReload(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(page(stage, "receipt"));
      assertThat(visitor.page.getByText("Kết quả hiện sau khi bạn bình chọn.")).isVisible();
      assertThat(visitor.page.locator("[part=bar]")).hasCount(0);
      visitor.option("Dễ sử dụng").check();
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.locator("[part=bar]")).hasCount(3);
      visitor.page.reload();
      assertThat(visitor.page.getByText("Bạn đã bình chọn.")).isVisible();
      assertThat(visitor.page.locator("[part=figures]").nth(1)).hasText("1 · 100%");
      assertThat(visitor.page.getByText("Đổi lựa chọn")).hasCount(0);
      visitor.assertNoFaults();
    }
  }

  @ParameterizedTest
  @CsvSource({"lost, easy", "lost-final, useful"})
  void aVoteWhoseAnswerGotLostIsNoSecondVoterAfterAReload(String poll, String counts, Stage stage) {
    String votes = stage.host() + "/api/polls/" + poll + "/votes";
    try (var visitor = stage.visitor()) {
      visitor.context.route(
          votes,
          route -> {
            route.fetch(); // It arrives, and its answer does not come back.
            route.abort();
          });
      visitor.open(page(stage, poll));
      visitor.option("Hữu ích").check();
      visitor.button("Bình chọn").click();
      // First the page: the driver sends the vote only while the page is waited for.
      assertThat(visitor.page.getByText("Chưa gửi được.")).isVisible(seen(LONG));
      await().until(() -> stage.api.ballots(poll, "useful") == 1);
      visitor.context.unroute(votes);
      // The driver has kept the cookies of answers that the browser never got.
      visitor.context.clearCookies();
      visitor.page.reload();
      visitor.option("Dễ sử dụng").check();
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible();
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> stage.api.ballots(poll, counts) == 1 && stage.api.participants(poll) == 1);
    }
  }

  @Test
  void howSureTheResultIsIsSaidByTheApiAndOnThePage(Stage stage) {
    assertThat(stage.api.get("/api/polls/open").body()).contains("\"assurance\":\"survey\"");
    try (var visitor = stage.visitor()) {
      visitor.open(page(stage, "open"));
      assertThat(visitor.page.locator("[part=assurance]")).containsText("Khảo sát tham khảo");
      assertThat(visitor.page.locator("[part=assurance]")).isVisible();
      visitor.open(stage.host() + "/embed/poll?poll=open");
      assertThat(visitor.page.getByText("Khảo sát tham khảo")).isVisible();
      visitor.assertNoFaults();
    }
  }

  private static LocatorAssertions.IsVisibleOptions seen(Duration within) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout((double) within.toMillis());
  }

  private static String page(Stage stage, String poll) {
    return stage.portal.page(
        "/" + poll,
        HostPortal.html(
            "vi", stage.line("looks"), "<sitepulse-poll poll=\"" + poll + "\"></sitepulse-poll>"));
  }

  /** The value or the tag of what has the focus. */
  private static Object focused(Page page) {
    return page.evaluate(FOCUSED);
  }
}
