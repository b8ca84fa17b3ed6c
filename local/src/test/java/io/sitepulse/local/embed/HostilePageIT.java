package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.embed.PublicSide.Sums;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that make it hard, each in its way. */
@ExtendWith(StageExtension.class)
class HostilePageIT {
  private static final String STYLE =
      """
      <style nonce="page">
      main * { display: none !important; visibility: hidden !important; opacity: 0 !important;
        font-size: 0 !important;
        color: red !important; text-transform: uppercase !important; letter-spacing: 9px !important }
      dl, dt, dd, table, button, input, fieldset { all: unset !important; display: none !important }
      </style>
      """;
  private static final String TAMPERING =
      """
      Array.prototype.toJSON = () => 'broken';
      Array.prototype.extra = () => {};
      Object.prototype.extra = 1;
      [Array, Object, Function, String, Promise].forEach(one => Object.freeze(one.prototype));
      """;

  @Test
  void resetsRulesThatHideEverythingAndFrozenPrototypesChangeNothing(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.context.addInitScript(TAMPERING);
      visitor.open(
          stage.portal.page(
              "/hostile",
              HostPortal.html("vi", STYLE + stage.line("hostile"), widgets("hostile"))));
      works(stage, visitor, "hostile");
      visitor.picture("hostile-page");
    }
  }

  @Test
  void aStrictPolicyOfThePageAllowsAllThatIsNeededAndIntegrityIsHeld(Stage stage) throws Exception {
    String host = stage.host();
    String policy =
        "default-src 'none'; script-src HOST; connect-src HOST; img-src HOST; style-src 'none';"
            + " base-uri 'none'; form-action 'none'; require-trusted-types-for 'script';"
            + " trusted-types sitepulse";
    String line =
        Stage.line(
            host,
            "sealed",
            "crossorigin=\"anonymous\" integrity=\"%s\" data-poll-integrity=\"%s\""
                .formatted(digest(stage, "/sitepulse.js"), digest(stage, "/sitepulse-poll.js")));
    try (var visitor = stage.visitor()) {
      visitor.open(
          stage.portal.page(
              "/sealed",
              HostPortal.html("vi", line.replace("async", "defer"), widgets("sealed")),
              Map.of("Content-Security-Policy", policy.replace("HOST", host))));
      works(stage, visitor, "sealed");
      visitor.picture("strict-policy");
      assertThat(visitor.hosts())
          .containsOnly(
              URI.create(host).getAuthority(), URI.create(stage.portal.url("/")).getAuthority());
    }
  }

  @Test
  void aScriptWithAForeignDigestDoesNotRun(Stage stage) {
    String wrong = "sha384-" + "A".repeat(64);
    String line =
        Stage.line(stage.host(), "looks", "crossorigin=\"anonymous\" integrity=\"" + wrong + "\"");
    try (var visitor = stage.visitor()) {
      visitor.open(stage.portal.page("/forged", HostPortal.html("vi", line, "")));
      assertThat(visitor.page.evaluate("typeof window.sitepulse")).isEqualTo("undefined");
    }
  }

  @Test
  void aScriptThatStandsTwiceCountsOnce(Stage stage) {
    String line = stage.line("twice");
    try (var visitor = stage.visitor()) {
      visitor.open(
          stage.portal.page(
              "/twice",
              HostPortal.html(
                  "vi", line + line, "<sitepulse-counter></sitepulse-counter>" + line)));
      assertThat(visitor.figure("today")).hasText("1");
      assertThat(stage.api.today("twice")).isEqualTo(new Sums(1, 1, 1));
      visitor.assertNoFaults();
    }
  }

  /** Counts, shows, and can be voted in, and nothing was written to the page's console. */
  private static void works(Stage stage, Visitor visitor, String site) {
    assertThat(visitor.figure("today")).hasText("1");
    assertThat(visitor.figure("today")).isVisible();
    assertThat(visitor.figure("today")).hasCSS("text-transform", "none");
    visitor.option("Hữu ích").check();
    visitor.button("Bình chọn").click();
    assertThat(visitor.page.getByText("Cảm ơn bạn đã bình chọn.")).isVisible();
    await().untilAsserted(() -> assertThat(stage.api.ballots(site, "useful")).isEqualTo(1));
    assertThat(stage.api.today(site)).isEqualTo(new Sums(1, 1, 1));
    visitor.assertNoFaults();
  }

  private static String widgets(String poll) {
    return "<sitepulse-counter></sitepulse-counter><sitepulse-poll poll=\"%s\"></sitepulse-poll>"
        .formatted(poll);
  }

  private static String digest(Stage stage, String path) throws Exception {
    byte[] script = stage.api.get(path).body().getBytes(StandardCharsets.UTF_8);
    return "sha384-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(script));
  }
}
