package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The script opens few connections, sends little and writes nothing to the console. */
@ExtendWith(StageExtension.class)
class QuietIT {
  private static final String STREAMS = "sitepulse_streams_open";

  /** A page cannot really be hidden in a browser without a window. */
  private static final String TURN =
      """
      state => {
        Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }
      """;

  private static final String LISTEN =
      """
      () => {
        const region = document.querySelector('sitepulse-counter').shadowRoot
          .querySelector('[aria-live=polite]');
        window.said = [];
        new MutationObserver(() => {
          if (region.textContent) said.push(region.textContent);
        }).observe(region, { childList: true, characterData: true, subtree: true });
      }
      """;

  @Test
  void allCountersOfAPageShareOneConnectionWhichEndsWhileThePageIsHidden(Stage stage) {
    await().until(() -> stage.api.gauge(STREAMS) == 0);
    List<String> opened = new CopyOnWriteArrayList<>();
    try (var visitor = stage.visitor()) {
      visitor.context.onRequest(
          request -> {
            if (request.url().contains("/live")) {
              opened.add(request.url());
            }
          });
      visitor.open(
          stage.portal.page(
              "/one-stream",
              HostPortal.html(
                  "vi",
                  stage.line("one-stream"),
                  "<sitepulse-counter></sitepulse-counter>"
                      + "<sitepulse-counter layout=\"inline\" metric=\"views\"></sitepulse-counter>"
                      + "<sitepulse-counter layout=\"badge\"></sitepulse-counter>"
                      + "<sitepulse-counter site=\"one-stream\" lang=\"en\"></sitepulse-counter>")));
      assertThat(visitor.page.locator("[part~=value-today]"))
          .hasText(new String[] {"1", "1", "1", "1"});
      assertThat(opened).containsExactly(stage.host() + "/api/sites/one-stream/counters/live");
      assertThat(stage.api.gauge(STREAMS)).isEqualTo(1);
      visitor.page.evaluate(TURN, "hidden");
      await().until(() -> stage.api.gauge(STREAMS) == 0);
      visitor.page.evaluate(TURN, "visible");
      await().until(() -> stage.api.gauge(STREAMS) == 1);
      visitor.assertNoFaults();
    }
  }

  @Test
  void newNumbersAreAnnouncedPolitelyAndAtMostTwiceAMinute(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.page.clock().install();
      visitor.open(
          stage.portal.page(
              "/polite",
              HostPortal.html(
                  "vi",
                  stage.line("polite"),
                  "<sitepulse-counter metric=\"views\"></sitepulse-counter>")));
      assertThat(visitor.figure("today")).hasText("1");
      visitor.page.evaluate(LISTEN);
      changeTo(visitor, 4);
      assertThat(said(visitor)).isEmpty();
      visitor.page.clock().runFor(31_000);
      changeTo(visitor, 7);
      assertThat(said(visitor)).hasSize(1);
      assertThat(said(visitor).get(0).toString()).contains("Hôm nay 5");
      visitor.page.clock().runFor(31_000);
      changeTo(visitor, 9);
      assertThat(said(visitor)).hasSize(2);
    }
  }

  @Test
  void theConsoleIsWrittenToOnlyWhereThatIsAskedFor(Stage stage) {
    String quiet = stage.portal.page("/quiet", HostPortal.html("vi", stage.line("debug"), ""));
    String loud =
        stage.portal.page(
            "/loud", HostPortal.html("vi", Stage.line(stage.host(), "debug", "data-debug"), ""));
    List<String> words = new ArrayList<>();
    try (var visitor = stage.visitor()) {
      visitor.context.onConsoleMessage(message -> add(message, words));
      visitor.open(quiet);
      await().until(() -> stage.api.today("debug").views() == 1);
      assertThat(words).isEmpty();
      visitor.open(loud);
      await().until(() -> sent(visitor, words));
      visitor.page.evaluate("localStorage['sitepulse.debug'] = '1'");
      words.clear();
      visitor.open(quiet);
      await().until(() -> sent(visitor, words));
      visitor.assertNoFaults();
    }
  }

  /** One view after the other, each of which is seen. */
  private static void changeTo(Visitor visitor, int views) {
    int seen = Integer.parseInt(visitor.figure("today").textContent());
    for (int number = seen + 1; number <= views; number++) {
      visitor.page.evaluate("sitepulse.view()");
      assertThat(visitor.figure("today")).hasText(Integer.toString(number));
    }
  }

  private static List<?> said(Visitor visitor) {
    return (List<?>) visitor.page.evaluate("said");
  }

  private static boolean sent(Visitor visitor, List<String> words) {
    visitor.page.waitForTimeout(50);
    return words.stream().anyMatch(text -> text.startsWith("[sitepulse] sent"));
  }

  private static void add(ConsoleMessage message, List<String> words) {
    if (message.text().startsWith("[sitepulse]")) {
      words.add(message.text());
    }
  }
}
