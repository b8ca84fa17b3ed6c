package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several windows of one browser, over HTTP/1.1. */
@ExtendWith(StageExtension.class)
class WindowsIT {
  private static final String STREAMS = "sitepulse_streams_open";
  private static final Duration SOON = Duration.ofSeconds(90);

  /** Polls that can be voted in. */
  private static final List<String> POLLS =
      List.of("windows", "open", "several", "after-voting", "tabs", "public", "agreeing", "sized");

  @Test
  void windowsWithManyPollsShareFewConnections(Stage stage) {
    await().until(() -> stage.api.gauge(STREAMS) == 0);
    String page = page(stage, "/many", POLLS.stream());
    try (var visitor = stage.visitor()) {
      visitor.open(page);
      allAreShown(visitor.page);
      Page second = visitor.tab(page);
      allAreShown(second);
      Page third = visitor.tab(page);
      allAreShown(third);
      await().until(() -> stage.api.gauge(STREAMS) <= 2);

      stage.api.vote("windows", 1, List.of("useful"));
      for (Page window : List.of(visitor.page, second, third)) {
        assertThat(windowsPoll(window)).containsText("1 người đã", within(SOON));
      }
      visitor.page.close();
      stage.api.vote("windows", 1, List.of("useful"));
      for (Page window : List.of(second, third)) {
        assertThat(windowsPoll(window)).containsText("2 người đã", within(SOON));
      }
      await().until(() -> stage.api.gauge(STREAMS) <= 2);
      visitor.assertNoFaults();
    }
  }

  @Test
  void theSamePollAgreesWithItselfInAPageAndInAnotherWindow(Stage stage) {
    String page = page(stage, "/agreeing", Stream.of("agreeing", "agreeing"));
    try (var visitor = stage.visitor()) {
      visitor.open(page);
      Page other = visitor.tab(page);
      Locator here = visitor.page.locator("sitepulse-poll");
      Locator there = other.locator("sitepulse-poll");
      assertThat(there.locator("form")).hasCount(2);
      here.nth(0).getByLabel("Dễ sử dụng").check();
      here.nth(0).locator("form button").click();
      for (Locator poll : List.of(here.nth(0), here.nth(1), there.nth(0), there.nth(1))) {
        assertThat(poll.locator("form")).hasCount(0);
        assertThat(poll).containsText("✓ Dễ sử dụng");
      }
      assertThat(here.nth(0)).containsText("Cảm ơn bạn đã bình chọn.");
      assertThat(there.nth(1)).containsText("Bạn đã bình chọn.");
      visitor.assertNoFaults();
    }
  }

  private static String page(Stage stage, String path, Stream<String> polls) {
    String elements =
        polls
            .map(poll -> "<sitepulse-poll poll=\"" + poll + "\"></sitepulse-poll>")
            .collect(Collectors.joining());
    return stage.portal.page(
        path,
        HostPortal.html(
            "vi", stage.line("looks"), "<sitepulse-counter></sitepulse-counter>" + elements));
  }

  private static void allAreShown(Page page) {
    assertThat(page.locator("sitepulse-poll [part=participants]"))
        .hasCount(
            POLLS.size(),
            new LocatorAssertions.HasCountOptions().setTimeout((double) SOON.toMillis()));
    assertThat(page.locator("sitepulse-counter [part~=value-total]")).not().hasText("–");
  }

  private static Locator windowsPoll(Page page) {
    return page.locator("sitepulse-poll[poll=windows]");
  }

  private static LocatorAssertions.ContainsTextOptions within(Duration time) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout((double) time.toMillis());
  }
}
