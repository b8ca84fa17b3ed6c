package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Request;
import io.sitepulse.local.embed.PublicSide.Sums;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts of a page with the embed snippet. */
@ExtendWith(StageExtension.class)
class CountingIT {

  @Test
  void aSinglePageSiteCountsAViewAtEachChangeOfAddress(Stage stage) {
    String address = page(stage, "single-page", "");
    try (var visitor = stage.visitor()) {
      visitor.open(address);
      counted(stage, "single-page", new Sums(1, 1, 1));
      visitor.page.evaluate("history.pushState({}, '', '/tin-tuc/1')");
      counted(stage, "single-page", new Sums(2, 1, 1));
      visitor.page.evaluate("history.replaceState({}, '', '/tin-tuc/2')");
      counted(stage, "single-page", new Sums(3, 1, 1));
      visitor.page.goBack();
      counted(stage, "single-page", new Sums(4, 1, 1));
      visitor.page.evaluate("location.hash = '#noi-dung'");
      visitor.page.evaluate("sitepulse.view('/van-ban/7.pdf', 'Văn bản 7')");
      counted(stage, "single-page", new Sums(5, 1, 1));
      visitor.assertNoFaults();
    }
  }

  @Test
  void aReloadCountsAgainAHeartbeatDoesNotAndNoCookieIsSet(Stage stage) {
    String address = page(stage, "reload", "data-heartbeat=\"1\"");
    List<String> heartbeats = new CopyOnWriteArrayList<>();
    try (var visitor = stage.visitor()) {
      visitor.context.onRequest(request -> addHeartbeat(request, heartbeats));
      visitor.open(address);
      counted(stage, "reload", new Sums(1, 1, 1));
      visitor.page.reload();
      counted(stage, "reload", new Sums(2, 1, 1));
      int before = heartbeats.size();
      await()
          .until(
              () -> {
                visitor.page.waitForTimeout(50);
                return heartbeats.size() > before + 1;
              });
      counted(stage, "reload", new Sums(2, 1, 1));
      assertThat(visitor.context.cookies()).isEmpty();
      visitor.assertNoFaults();
    }
  }

  @Test
  void underGlobalPrivacyControlAViewHasNoVisit(Stage stage) {
    String address = page(stage, "private", "");
    try (var visitor = stage.visitor()) {
      visitor.context.addInitScript(
          "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})");
      visitor.open(address);
      counted(stage, "private", new Sums(1, 0, 0));
      assertThat(stage.api.online("private")).isZero();
      visitor.assertNoFaults();
    }
  }

  @Test
  void anEditorWhoOptedOutIsNotCounted(Stage stage) {
    String address = page(stage, "editors", "");
    try (var editor = stage.visitor();
        var visitor = stage.visitor(Visitor.usual().setUserAgent(Visitor.EDGE))) {
      editor.open(address);
      counted(stage, "editors", new Sums(1, 1, 1));
      editor.page.evaluate("sitepulse.optOut(true)");
      editor.page.reload();
      visitor.open(address);
      counted(stage, "editors", new Sums(2, 2, 2));
      editor.page.evaluate("sitepulse.optOut(false)");
      editor.page.reload();
      counted(stage, "editors", new Sums(3, 2, 2));
    }
  }

  private static String page(Stage stage, String site, String attributes) {
    return stage.portal.page(
        "/" + site, HostPortal.html("vi", Stage.line(stage.host(), site, attributes), ""));
  }

  private static void addHeartbeat(Request request, List<String> heartbeats) {
    String body = request.postData();
    if (body != null && body.contains("\"heartbeat\"")) {
      heartbeats.add(body);
    }
  }

  /** Asks that a site's numbers get so, and that nothing more comes after. */
  private static void counted(Stage stage, String site, Sums sums) {
    await()
        .during(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(stage.api.today(site)).isEqualTo(sums));
  }
}
