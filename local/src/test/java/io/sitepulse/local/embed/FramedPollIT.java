package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Polls in frames of another site, with cookies of third parties blocked, and in cached pages. */
@ExtendWith(StageExtension.class)
class FramedPollIT {
  private static final String FRAME =
      "<iframe id=\"%1$s\" src=\"%2$s/embed/poll?poll=%1$s%3$s\" title=\"Bình chọn\""
          + " width=\"300\" height=\"580\"></iframe>";

  /** Names of all that the pages of a browser context have stored in their own origin. */
  private static final String STORED = "JSON.stringify(Object.keys(localStorage))";

  @Test
  void onlyLookingAtAFramedPollStoresNothing(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(portal(stage, "/looked-at", frame(stage, "open", "")));
      assertThat(visitor.page.frameLocator("#open").getByLabel("Hữu ích")).isVisible();
      visitor.open(stage.host() + "/embed/poll?poll=open");
      assertThat(visitor.page.getByLabel("Hữu ích")).isVisible();
      assertThat(visitor.context.cookies()).isEmpty();
      assertThat(visitor.page.evaluate(STORED)).isEqualTo("[]");
      visitor.assertNoFaults();
    }
  }

  @Test
  void oneVotesInAFrameWhereCookiesOfThirdPartiesAreBlocked(Stage stage) {
    try (var visitor = stage.visitorWithoutThirdParties()) {
      visitor.open(portal(stage, "/blocked", frame(stage, "blocked", "")));
      FrameLocator poll = visitor.page.frameLocator("#blocked");
      vote(poll, "Dễ sử dụng");
      assertThat(poll.getByRole(AriaRole.STATUS)).hasText("Cảm ơn bạn đã bình chọn.");
      assertThat(poll.locator("tbody tr").nth(1)).containsText("1100%");
      assertThat(stage.api.ballots("blocked", "easy")).isEqualTo(1);
      assertThat(visitor.context.cookies()).isEmpty();
      // As documented: the browser keeps nothing here, so the form returns with the page.
      visitor.open(portal(stage, "/blocked-again", frame(stage, "blocked", "")));
      assertThat(poll.getByRole(AriaRole.BUTTON)).hasText("Bình chọn");
      assertThat(poll.getByRole(AriaRole.STATUS)).hasCount(0);
      visitor.picture("framed-blocked");
      visitor.assertNoFaults();
    }
  }

  @Test
  void theElementKnowsItsVoterWhereCookiesOfThirdPartiesAreBlocked(Stage stage) {
    try (var visitor = stage.visitorWithoutThirdParties()) {
      visitor.open(portal(stage, "/blocked-element", element(stage, "blocked-element")));
      visitor.option("Hữu ích").waitFor();
      assertThat(visitor.page.evaluate(STORED).toString()).doesNotContain("sitepulse.vote");
      visitor.option("Hữu ích").check();
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible();
      visitor.page.reload();
      assertThat(visitor.page.getByText("Bạn đã bình chọn.")).isVisible();
      visitor.button("Đổi lựa chọn").click();
      visitor.option("Dễ sử dụng").check();
      visitor.button("Bình chọn").click();
      await()
          .untilAsserted(
              () -> assertThat(stage.api.ballots("blocked-element", "easy")).isEqualTo(1));
      assertThat(stage.api.participants("blocked-element")).isEqualTo(1);
      assertThat(visitor.context.cookies()).isEmpty();
      visitor.assertNoFaults();
    }
  }

  /** The portal is another site on http, so the browser sends no cookie of the frame. */
  @Test
  void aFrameOfAnotherSiteGetsTheHeightOfItsContent(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(portal(stage, "/sized", frame(stage, "sized", "") + heights(stage)));
      FrameLocator poll = voteInASizedFrame(visitor, "sized");
      assertThat(poll.getByRole(AriaRole.STATUS)).hasText("Cảm ơn bạn đã bình chọn.");
      assertThat(visitor.context.cookies()).isEmpty();
      visitor.picture("framed-sized");
      visitor.assertNoFaults();
    }
  }

  /** Sitepulse is a subdomain of the portal, say. */
  @Test
  void aFrameOfTheSameSiteShowsTheChoiceAlsoAfterAReload(Stage stage) {
    String page = portal(stage, "/chosen", frame(stage, "chosen", "") + heights(stage));
    try (var visitor = stage.visitor()) {
      visitor.open(HostPortal.ofTheSameSite(page));
      showsTheChoice(voteInASizedFrame(visitor, "chosen"));
      visitor.picture("framed-chosen");
      visitor.page.reload();
      showsTheChoice(visitor.page.frameLocator("#chosen"));
      visitor.assertNoFaults();
    }
  }

  private static FrameLocator voteInASizedFrame(Visitor visitor, String id) {
    Locator frame = visitor.page.locator("#" + id);
    FrameLocator poll = visitor.page.frameLocator("#" + id);
    assertThat(frame).hasAttribute("style", Pattern.compile("height: \\d+px;"));
    String before = frame.getAttribute("style");
    vote(poll, "Dễ sử dụng");
    assertThat(poll.getByRole(AriaRole.STATUS)).containsText("Cảm ơn bạn đã bình chọn.");
    assertThat(frame).not().hasAttribute("style", before);
    await()
        .until(
            () ->
                Boolean.TRUE.equals(
                    poll.locator("html").evaluate("html => html.scrollHeight <= innerHeight")));
    return poll;
  }

  private static void showsTheChoice(FrameLocator poll) {
    assertThat(poll.getByRole(AriaRole.STATUS)).containsText("Bạn đã chọn: Dễ sử dụng.");
    assertThat(poll.getByLabel("Dễ sử dụng")).isChecked();
  }

  /** Both forms were loaded before the browser had a cookie. */
  @Test
  void twoTabsAreOfOneVoter(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(stage.host() + "/embed/poll?poll=tabs");
      Page second = visitor.tab(stage.host() + "/embed/poll?poll=tabs");
      visitor.page.getByLabel("Hữu ích").check();
      visitor.page.getByRole(AriaRole.BUTTON).click();
      assertThat(visitor.page.getByRole(AriaRole.STATUS)).containsText("Cảm ơn bạn");
      second.getByLabel("Dễ sử dụng").check();
      second.getByRole(AriaRole.BUTTON).click();
      assertThat(second.getByRole(AriaRole.STATUS)).containsText("Cảm ơn bạn");
      await().untilAsserted(() -> assertThat(stage.api.ballots("tabs", "easy")).isEqualTo(1));
      assertThat(stage.api.participants("tabs")).isEqualTo(1);
      visitor.assertNoFaults();
    }
  }

  @Test
  void aSecondPersonVotesOnAPublicComputer(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(portal(stage, "/public", frame(stage, "public", "&amp;shared=1")));
      FrameLocator poll = visitor.page.frameLocator("#public");
      var next = poll.getByText("Người khác bỏ phiếu trên máy này");
      vote(poll, "Dễ sử dụng");
      assertThat(poll.getByRole(AriaRole.STATUS)).containsText("Cảm ơn bạn");
      assertThat(poll.locator("tbody")).isVisible();
      visitor.picture("framed-public");
      next.click();
      assertThat(poll.getByLabel("Dễ sử dụng")).not().isChecked();
      // The second person may not see the result before their vote.
      assertThat(poll.locator("tbody")).hasCount(0);
      vote(poll, "Hữu ích");
      assertThat(next).isVisible();
      assertThat(poll.locator("tbody tr").first()).containsText("150%");
      assertThat(visitor.context.cookies()).isEmpty();
      visitor.assertNoFaults();
    }
  }

  @Test
  void anElementInAPageOutOfACacheShowsThePollAsItIsNow(Stage stage) {
    String page =
        cached(stage, "/cached-element", "<sitepulse-poll poll=\"cached\"></sitepulse-poll>");
    try (var visitor = stage.visitorWithCache()) {
      visitor.open(page);
      Locator poll = visitor.page.locator("sitepulse-poll");
      assertThat(poll.getByText(people(0))).isVisible();
      visitor.page.evaluate("window.asItWas = true");
      leaveWhileOneVotes(stage, visitor, "cached");
      backTo(page, visitor);
      assertThat(visitor.page.evaluate("window.asItWas")).isEqualTo(true);
      assertThat(poll.getByText(people(1))).isVisible();

      leaveWhileOneVotes(stage, visitor, "cached");
      openFromCache(page, visitor);
      assertThat(poll.getByText(people(2))).isVisible();
      visitor.assertNoFaults();
    }
  }

  @Test
  void aFrameInAPageOutOfACacheShowsThePollAsItIsNow(Stage stage) {
    String page = cached(stage, "/cached-frame", frame(stage, "cached-frame", ""));
    try (var visitor = stage.visitorWithCache()) {
      visitor.open(page);
      FrameLocator poll = visitor.page.frameLocator("#cached-frame");
      assertThat(poll.getByText(people(0))).isVisible();
      leaveWhileOneVotes(stage, visitor, "cached-frame");
      openFromCache(page, visitor);
      assertThat(poll.getByText(people(1))).isVisible();
      visitor.assertNoFaults();
    }
  }

  /** A page of the portal that browsers and proxies keep for hours. */
  private static String cached(Stage stage, String path, String body) {
    return stage.portal.page(
        path,
        HostPortal.html("vi", stage.line("looks"), body),
        Map.of("Cache-Control", "public, max-age=36000"));
  }

  private static void leaveWhileOneVotes(Stage stage, Visitor visitor, String poll) {
    visitor.open(portal(stage, "/not-cached", ""));
    long before = stage.api.participants(poll);
    stage.api.vote(poll, 1, List.of("useful"));
    await().until(() -> stage.api.participants(poll) == before + 1);
  }

  private static void backTo(String page, Visitor visitor) {
    visitor.page.evaluate("setTimeout(() => history.back())");
    visitor.page.waitForURL(page, new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
  }

  private static void openFromCache(String page, Visitor visitor) {
    visitor.open(page);
    assertThat(visitor.page.evaluate("performance.getEntriesByType('navigation')[0].transferSize"))
        .isEqualTo(0);
  }

  private static String people(int participants) {
    return participants + " người đã tham gia bình chọn";
  }

  private static void vote(FrameLocator poll, String choice) {
    poll.getByLabel(choice).check();
    poll.getByRole(AriaRole.BUTTON).click();
  }

  private static String frame(Stage stage, String poll, String more) {
    return FRAME.formatted(poll, stage.host(), more);
  }

  private static String heights(Stage stage) {
    return "<script async src=\"" + stage.host() + "/sitepulse-frame.js\"></script>";
  }

  private static String element(Stage stage, String poll) {
    return stage.line("looks") + "<sitepulse-poll poll=\"" + poll + "\"></sitepulse-poll>";
  }

  private static String portal(Stage stage, String path, String body) {
    return stage.portal.page(path, HostPortal.html("vi", "", body));
  }
}
