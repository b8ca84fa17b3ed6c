package io.sitepulse.local.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.sitepulse.local.embed.Axe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view with real figures, in both languages and appearances, on a screen and on a phone, by
 * axe and by the Tab key. A picture of each is kept for people to look at.
 */
@ExtendWith(OfficeExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryViewIT {
  private static final Path PICTURES = Path.of("target", "screenshots", "dashboard");

  /** What sticks out of a page that can be moved sideways. */
  private static final String TOO_WIDE =
      """
      () => {
        const all = element =>
            [element, ...[...(element.shadowRoot ?? element).children].flatMap(all)];
        const page = document.documentElement;
        return page.scrollWidth <= page.clientWidth ? [] : all(document.body)
            .filter(element => element.getBoundingClientRect().right > page.clientWidth)
            .map(element => element.outerHTML.slice(0, 150));
      }""";

  private final Office office;

  /** A browser for each look, which keeps the scripts from view to view. */
  private final Map<Look, BrowserContext> browsers = new EnumMap<>(Look.class);

  EveryViewIT(Office office) {
    this.office = office;
  }

  @AfterAll
  void closeBrowsers() {
    browsers.values().forEach(BrowserContext::close);
  }

  static Stream<Arguments> looks() {
    return Stream.of(Look.values())
        .flatMap(look -> Views.inside(look).stream().map(view -> Arguments.of(view, look)));
  }

  static Stream<Arguments> looksFromOutside() {
    return Stream.of(Look.values())
        .flatMap(look -> Views.outside().stream().map(view -> Arguments.of(view, look)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("looks")
  void isForEverybodyAndFitsItsWindow(Views.View view, Look look) {
    Page page =
        browsers.computeIfAbsent(look, anew -> office.administrator(anew).context()).newPage();
    look(page, view, look);
    if (look == Look.SCREEN) {
      assertThat(new Keyboard(page).unreachable()).as("by Tab").isEmpty();
    }
    page.close();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("looksFromOutside")
  void doesSoForWhoIsNotSignedIn(Views.View view, Look look) {
    Page page = office.somebody(look);
    look(page, view, look);
    page.context().close();
  }

  private void look(Page page, Views.View view, Look look) {
    List<String> faults = faults(page);

    view.open(page, office);

    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(view + "-" + look + ".png")));
    assertThat((List<?>) page.evaluate(TOO_WIDE)).as("moves the page sideways").isEmpty();
    Axe.findsNothing(page);
    assertThat(faults).isEmpty();
  }

  /**
   * What the browser complains of, save answers that are no success, which views show themselves.
   */
  private static List<String> faults(Page page) {
    var faults = new ArrayList<String>();
    page.onPageError(faults::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            faults.add(message.text());
          }
        });
    return faults;
  }
}
