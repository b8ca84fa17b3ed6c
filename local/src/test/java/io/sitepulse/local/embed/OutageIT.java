package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.sitepulse.local.embed.PublicSide.Sums;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What visitors see, and what is counted, while something is away. */
@ExtendWith(StageExtension.class)
class OutageIT {
  private static final Pattern AS_OF = Pattern.compile("số liệu lúc \\d\\d:\\d\\d");
  private static final Duration LONG = Duration.ofSeconds(40);

  @Test
  void viewsOfAnOfflineBrowserSurviveAReloadAndAreCountedOnce(Stage stage) {
    String address =
        stage.portal.page(
            "/offline", HostPortal.html("vi", Stage.line(stage.host(), "offline", ""), ""));
    try (var visitor = stage.visitor()) {
      visitor.open(address);
      counted(stage, "offline", new Sums(1, 1, 1));
      visitor.context.setOffline(true);
      visitor.page.evaluate("history.pushState({}, '', '/offline?a')");
      visitor.page.evaluate("sitepulse.view('/van-ban/1')");
      visitor.page.evaluate("sitepulse.view('/van-ban/2')");
      await().until(() -> waiting(visitor) == 3);
      // The page comes again while the network is away for sitepulse alone.
      visitor.context.route(stage.host() + "/api/**", Route::abort);
      visitor.context.setOffline(false);
      visitor.page.navigate(address);
      assertThat(waiting(visitor)).isGreaterThanOrEqualTo(3);
      assertThat(stage.api.today("offline")).isEqualTo(new Sums(1, 1, 1));
      visitor.context.unroute(stage.host() + "/api/**");
      visitor.context.setOffline(true);
      visitor.context.setOffline(false);
      await()
          .atMost(LONG)
          .during(Duration.ofSeconds(1))
          .until(() -> stage.api.today("offline").views() == 5);
      assertThat(stage.api.today("offline")).isEqualTo(new Sums(5, 1, 1));
      await().until(() -> waiting(visitor) == 0);
    }
  }

  @Test
  void aServerThatIsAwayLeavesTheLastNumbersAndTheirTimeAndComesBackByItself(Stage stage)
      throws Exception {
    try (var gate = stage.gate();
        var visitor = stage.visitor()) {
      visitor.open(
          stage.portal.page(
              "/away",
              HostPortal.html(
                  "vi",
                  Stage.line(gate.host(), "away", ""),
                  "<sitepulse-counter></sitepulse-counter>"
                      + "<sitepulse-poll poll=\"away\"></sitepulse-poll>")));
      Locator notes = visitor.page.locator("[part=stale]");
      assertThat(visitor.figure("today")).hasText("1");
      assertThat(visitor.option("Hữu ích")).isVisible();
      assertThat(notes.first()).isHidden();

      gate.shut();
      assertThat(notes.first()).isVisible(seen(LONG));
      assertThat(notes.first()).hasText(AS_OF);
      assertThat(notes.nth(1)).isVisible(seen(LONG));
      assertThat(notes.nth(1)).hasText(AS_OF);
      assertThat(visitor.figure("today")).hasText("1");
      visitor.picture("outage-stale");
      visitor.option("Hữu ích").check();
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Chưa gửi được.")).isVisible(seen(LONG));
      visitor.picture("outage-vote-not-sent");
      visitor.page.evaluate("sitepulse.view('/trong-luc-mat')");

      gate.reopen();
      assertThat(notes.first()).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60000));
      visitor.button("Bình chọn").click();
      assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible(seen(LONG));
      await().untilAsserted(() -> assertThat(stage.api.participants("away")).isEqualTo(1));
      await().atMost(LONG).until(() -> stage.api.today("away").equals(new Sums(2, 1, 1)));
    }
  }

  @Test
  void aCollectorWithoutKafkaIsAskedAgainAndTheViewIsCountedOnce(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.context.route(
          stage.host() + "/api/events",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(503)
                      .setHeaders(
                          Map.of(
                              "Access-Control-Allow-Origin", "*",
                              "Access-Control-Expose-Headers", "Retry-After",
                              "Retry-After", "1"))));
      visitor.open(
          stage.portal.page(
              "/busy", HostPortal.html("vi", Stage.line(stage.host(), "busy", ""), "")));
      await().until(() -> waiting(visitor) == 1);
      visitor.context.unroute(stage.host() + "/api/events");
      await().atMost(LONG).until(() -> waiting(visitor) == 0);
      await().untilAsserted(() -> assertThat(stage.api.today("busy")).isEqualTo(new Sums(1, 1, 1)));
    }
  }

  /** Views in the browser that have no answer yet. */
  private static int waiting(Visitor visitor) {
    Object number =
        visitor.page.evaluate(
            "Object.keys(localStorage).filter(key => key.startsWith('sitepulse.q.')"
                + " && !JSON.parse(localStorage[key]).event.kind).length");
    return ((Number) number).intValue();
  }

  private static void counted(Stage stage, String site, Sums sums) {
    await().untilAsserted(() -> assertThat(stage.api.today(site)).isEqualTo(sums));
  }

  private static LocatorAssertions.IsVisibleOptions seen(Duration within) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout((double) within.toMillis());
  }
}
