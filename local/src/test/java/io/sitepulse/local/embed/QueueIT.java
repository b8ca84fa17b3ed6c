package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import io.sitepulse.local.embed.PublicSide.Sums;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views that could not be sent when they happened. */
@ExtendWith(StageExtension.class)
class QueueIT {

  /** Makes views of two pages look as if they had waited for so long. */
  private static final String AGE =
      """
      () => Object.keys(localStorage).filter(key => key.startsWith('sitepulse.q.')).forEach(key => {
        const waiting = JSON.parse(localStorage[key]);
        const hours = { '/hom-qua': 23, '/qua-cu': 24.1 }[waiting.event.page] || 0;
        waiting.at -= hours * 3600000;
        localStorage[key] = JSON.stringify(waiting);
      })
      """;

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
      await().until(() -> visitor.waiting() == 3);
      // The page comes again while the network is away for sitepulse alone.
      visitor.context.route(stage.host() + "/api/**", Route::abort);
      visitor.context.setOffline(false);
      visitor.page.navigate(address);
      assertThat(visitor.waiting()).isGreaterThanOrEqualTo(3);
      assertThat(stage.api.today("offline")).isEqualTo(new Sums(1, 1, 1));
      visitor.context.unroute(stage.host() + "/api/**");
      visitor.context.setOffline(true);
      visitor.context.setOffline(false);
      await().during(Duration.ofSeconds(1)).until(() -> stage.api.today("offline").views() == 5);
      assertThat(stage.api.today("offline")).isEqualTo(new Sums(5, 1, 1));
      await().until(() -> visitor.waiting() == 0);
    }
  }

  @Test
  void whatIsOlderThanADayIsForgottenAndWhatIsYoungerIsCountedOnItsOwnDay(Stage stage) {
    String address = stage.portal.page("/aged", HostPortal.html("vi", stage.line("aged"), ""));
    try (var visitor = stage.visitor()) {
      visitor.context.route(stage.host() + "/api/**", Route::abort);
      visitor.open(address);
      visitor.page.evaluate("sitepulse.view('/hom-qua')");
      visitor.page.evaluate("sitepulse.view('/qua-cu')");
      await().until(() -> visitor.waiting() == 3);
      visitor.page.evaluate(AGE);
      visitor.context.unroute(stage.host() + "/api/**");
      visitor.page.reload();
      await().until(() -> visitor.waiting() == 0);
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> stage.api.period("aged", "total").views() == 3);
      assertThat(stage.api.today("aged").views()).isEqualTo(2);
      assertThat(stage.api.period("aged", "yesterday").views()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"429, 3", "503, 2"})
  void aServerThatSaysLaterIsAskedNoSoonerAndTheViewCountsOnce(
      int status, int seconds, Stage stage) {
    String site = "busy-" + status;
    List<Long> asked = new CopyOnWriteArrayList<>();
    try (var visitor = stage.visitor()) {
      visitor.context.route(
          stage.host() + "/api/events?v=*",
          route -> {
            asked.add(System.nanoTime());
            if (asked.size() < 3) {
              route.fulfill(later(status, seconds));
            } else {
              route.resume();
            }
          });
      visitor.open(stage.portal.page("/" + site, HostPortal.html("vi", stage.line(site), "")));
      await().until(() -> visitor.waiting() == 1);
      await().until(() -> visitor.waiting() == 0);
      for (int time = 1; time < 3; time++) {
        assertThat(Duration.ofNanos(asked.get(time) - asked.get(time - 1)))
            .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
      }
      await()
          .during(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(stage.api.today(site)).isEqualTo(new Sums(1, 1, 1)));
    }
  }

  private static Route.FulfillOptions later(int status, int seconds) {
    return new Route.FulfillOptions()
        .setStatus(status)
        .setHeaders(
            java.util.Map.of(
                "Access-Control-Allow-Origin", "*",
                "Access-Control-Expose-Headers", "Retry-After",
                "Retry-After", Integer.toString(seconds)));
  }

  private static void counted(Stage stage, String site, Sums sums) {
    await().untilAsserted(() -> assertThat(stage.api.today(site)).isEqualTo(sums));
  }
}
