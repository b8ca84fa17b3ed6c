package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.embed.PublicSide.Sums;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views of single-page sites, and scripts that an optimiser has moved. */
@ExtendWith(StageExtension.class)
class TrackerPlacesIT {
  private static final Map<String, String> SCRIPT =
      Map.of("Content-Type", "text/javascript; charset=utf-8");

  @Test
  void aTidiedQueryIsNoViewAndALateTitleIsSent(Stage stage) {
    String address =
        stage.portal.page("/tidied", HostPortal.html("vi", stage.line("tidied"), "")) + "?utm_a=1";
    List<String> bodies = new CopyOnWriteArrayList<>();
    try (var visitor = stage.visitor()) {
      visitor.context.onRequest(
          request -> {
            if (request.postData() != null) {
              bodies.add(request.postData());
            }
          });
      visitor.open(address);
      counted(stage, "tidied", 1);
      visitor.page.evaluate("history.replaceState({}, '', '/tidied')");
      visitor.page.evaluate(
          "history.pushState({}, '', '/tin/2'); setTimeout(() => document.title = 'Tin hai', 900)");
      counted(stage, "tidied", 2);
      visitor.page.waitForTimeout(50); // The driver tells of requests only while it is used.
      assertThat(bodies).anyMatch(body -> body.contains("/tidied?utm_a=1"));
      assertThat(bodies)
          .anyMatch(body -> body.contains("\"/tin/2\"") && body.contains("\"title\":\"Tin hai\""));
    }
  }

  @Test
  void typingInAFilterBoxIsOneView(Stage stage) {
    String body =
        "<input id=\"q\" oninput=\"history.pushState({}, '', '?q=' + encodeURIComponent(value))\">";
    String address = stage.portal.page("/typed", HostPortal.html("vi", stage.line("typed"), body));
    try (var visitor = stage.visitor()) {
      visitor.open(address);
      counted(stage, "typed", 1);
      visitor.page.locator("#q").pressSequentially("nghị quyết");
      counted(stage, "typed", 2);
    }
  }

  @Test
  void anAnchorIsNoPageOfASiteThatRoutesByHash(Stage stage) {
    String body = "<a id=\"route\" href=\"#/tin/1\">Tin</a> <a id=\"anchor\" href=\"#muc\">Mục</a>";
    String address =
        stage.portal.page(
            "/anchored",
            HostPortal.html("vi", Stage.line(stage.host(), "anchored", "data-hash"), body));
    try (var visitor = stage.visitor()) {
      visitor.open(address);
      counted(stage, "anchored", 1);
      visitor.page.locator("#route").click();
      counted(stage, "anchored", 2);
      visitor.page.locator("#anchor").click();
      visitor.page.waitForTimeout(2500);
      counted(stage, "anchored", 2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "copied  | <script async src=\"/9f.js\" data-site=\"SITE\" data-host=\"HOST\"></script>",
        "module  | <script type=\"module\" src=\"/9f.js\" data-site=\"SITE\" data-host=\"HOST\"></script>",
        "joined  | <meta data-site=\"SITE\" data-host=\"HOST\"><script src=\"/9f.js\"></script>",
        "written | <script>document.write('<script async src=\"HOST/sitepulse.js\" data-site=\"SITE\"><\\/script>')</script>",
        "inlined | <script data-site=\"SITE\" data-host=\"HOST\">CODE</script>",
      })
  void aScriptThatWasMovedFindsItsServer(String site, String tag, Stage stage) {
    String code = stage.api.get("/sitepulse.js").body();
    stage.portal.page("/9f.js", "var joined = 1;\n" + code, SCRIPT);
    String head = tag.replace("SITE", site).replace("HOST", stage.host()).replace("CODE", code);
    String address = stage.portal.page("/" + site, HostPortal.html("vi", head, ""));
    try (var visitor = stage.visitor()) {
      visitor.open(address);
      counted(stage, site, 1);
      visitor.assertNoFaults();
    }
  }

  @Test
  void aCopyWithoutItsServerSaysSoInTheConsole(Stage stage) {
    stage.portal.page("/9f.js", stage.api.get("/sitepulse.js").body(), SCRIPT);
    String address =
        stage.portal.page(
            "/without", HostPortal.html("vi", "<script src=\"/9f.js\"></script>", ""));
    try (var visitor = stage.visitor()) {
      visitor.open(address);
      assertThat(visitor.faults()).anyMatch(text -> text.contains("Không đếm / Not counted"));
    }
  }

  @Test
  void anUnknownSiteIsToldInTheConsoleByOneSentence(Stage stage) {
    String address =
        stage.portal.page("/mistyped", HostPortal.html("vi", stage.line("demo-mistyped"), ""));
    try (var visitor = stage.visitor()) {
      visitor.open(address);
      await()
          .untilAsserted(
              () -> {
                visitor.page.waitForTimeout(50);
                assertThat(visitor.faults())
                    .anyMatch(text -> text.contains("Not counted: Chưa có trang nào đăng ký"))
                    .noneMatch(text -> text.contains("{"));
              });
    }
  }

  /** Asks that a site's views get so, and that nothing more comes after. */
  private static void counted(Stage stage, String site, int views) {
    await()
        .during(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(stage.api.today(site)).isEqualTo(new Sums(views, 1, 1)));
  }
}
