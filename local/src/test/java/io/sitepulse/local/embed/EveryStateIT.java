package io.sitepulse.local.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of both widgets: for a blind reader, in little room, and as pictures for people. */
@ExtendWith(StageExtension.class)
class EveryStateIT {
  /** Lists the elements whose text does not fit, without those for screen readers only. */
  private static final String CUT =
      """
      () => {
        const cut = [];
        const look = root => root.querySelectorAll('*').forEach(one => {
          if (one.shadowRoot) look(one.shadowRoot);
          if (one.closest('.s') || !(one.getRootNode() instanceof ShadowRoot)) return;
          if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth) {
            cut.push(one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 40));
          }
        });
        look(document);
        document.querySelectorAll('sitepulse-counter, sitepulse-poll').forEach(one => {
          const box = one.getBoundingClientRect();
          if (box.right > one.parentElement.getBoundingClientRect().right + 1) {
            cut.push('wider than its place: ' + one.outerHTML);
          }
        });
        return cut;
      }
      """;

  /**
   * Space in pixels that a reader takes for a missing text: below the last line of a list, and
   * between a number and the next label of a line.
   */
  private static final String GAPS =
      """
      () => {
        const [list, inline] = [...document.querySelectorAll('sitepulse-counter')];
        const found = [];
        const last = [...list.shadowRoot.querySelectorAll('dd')].pop().getBoundingClientRect();
        const below = list.getBoundingClientRect().bottom - last.bottom;
        if (below >= last.height) {
          found.push('below the list: ' + below);
        }
        const items = [...inline.shadowRoot.querySelectorAll('.i')];
        items.slice(1).forEach((item, i) => {
          const text = document.createRange();
          text.selectNodeContents(items[i].querySelector('dd'));
          const gap = item.getBoundingClientRect().left - text.getBoundingClientRect().right;
          if (gap > 10) {
            found.push('before the label ' + item.textContent + ': ' + gap);
          }
        });
        return found;
      }
      """;

  @ParameterizedTest
  @CsvSource({"vi, LIGHT", "vi, DARK", "en, LIGHT", "en, DARK"})
  void noneBreaksARuleOfAccessibility(String lang, ColorScheme scheme, Stage stage)
      throws Exception {
    var wishes = Visitor.usual().setColorScheme(scheme).setViewportSize(1300, 900);
    try (var gate = stage.gate();
        var visitor = stage.visitor(wishes)) {
      Gallery.open(stage, visitor, gate.host(), lang, 300);
      String name = lang + "-" + scheme.name().toLowerCase(Locale.ROOT);
      Axe.findsNothing(visitor.page);
      visitor.picture("states-" + name);

      visitor.page.locator("sitepulse-poll[poll=open] button").click();
      visitor.page.locator("sitepulse-poll[poll=voted] button").click();
      gate.shut();
      visitor.page.evaluate("window.dispatchEvent(new Event('online'))");
      assertThat(visitor.page.locator("sitepulse-counter [part=stale]").first())
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
      Axe.findsNothing(visitor.page);
      visitor.picture("states-" + name + "-stale");
    }
  }

  @ParameterizedTest
  @CsvSource({"vi, 100", "vi, 200", "en, 200"})
  void noneIsCutIn200PixelsAndWithLetters(String lang, int percent, Stage stage) {
    try (var visitor = stage.visitor(Visitor.usual().setViewportSize(900, 900))) {
      Gallery.open(stage, visitor, stage.host(), lang, 200);
      visitor.page.evaluate("document.body.style.fontSize = '" + 16 * percent / 100 + "px'");
      visitor.picture("narrow-" + lang + "-" + percent);
      assertThat((List<?>) visitor.page.evaluate(CUT)).isEmpty();
    }
  }

  @Test
  void aPageOf200PixelsNeedsNoScrollingSideways(Stage stage) {
    try (var visitor = stage.visitor(Visitor.usual().setViewportSize(200, 700))) {
      visitor.open(
          stage.portal.page(
              "/narrow",
              HostPortal.html(
                  "vi",
                  stage.line("looks"),
                  "<sitepulse-counter></sitepulse-counter>"
                      + "<p><sitepulse-counter layout=\"badge\"></sitepulse-counter></p>"
                      + "<sitepulse-poll poll=\"voted\"></sitepulse-poll>")));
      visitor.button("Bình chọn").waitFor();
      visitor.page.addStyleTag(
          new com.microsoft.playwright.Page.AddStyleTagOptions()
              .setContent("h1 { overflow-wrap: anywhere }"));
      assertThat(visitor.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(200);
      assertThat((List<?>) visitor.page.evaluate(CUT)).isEmpty();
      visitor.picture("page-of-200-pixels");
    }
  }

  @Test
  void aCounterHasNeitherAnEmptyLineNorGaps(Stage stage) {
    try (var visitor = stage.visitor(Visitor.usual().setViewportSize(900, 700))) {
      visitor.open(
          stage.portal.page(
              "/gaps",
              HostPortal.html(
                  "vi",
                  stage.line("looks"),
                  "<sitepulse-counter></sitepulse-counter>"
                      + "<p><sitepulse-counter layout=\"inline\"></sitepulse-counter></p>")));
      assertThat(visitor.figure("total").first()).containsText("2.756.8");
      assertThat((List<?>) visitor.page.evaluate(GAPS)).isEmpty();
    }
  }

  @Test
  void wordsAndNumbersAreOfThePagesLanguage(Stage stage) {
    try (var visitor = stage.visitor()) {
      visitor.open(page(stage, "vi"));
      assertThat(visitor.figure("total")).containsText("2.756.8");
      assertThat(visitor.page.getByText("Tổng lượt truy cập")).isVisible();
      visitor.open(page(stage, "en"));
      assertThat(visitor.figure("total")).containsText("2,756,8");
      assertThat(visitor.page.getByText("Total visits")).isVisible();
      visitor.assertNoFaults();
    }
  }

  private static String page(Stage stage, String lang) {
    return stage.portal.page(
        "/language-" + lang,
        HostPortal.html(lang, stage.line("looks"), "<sitepulse-counter></sitepulse-counter>"));
  }
}
