package io.sitepulse.local.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sitepulse.local.embed.Axe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view with real figures, in both languages and appearances, on a screen and on a phone. A
 * picture of each is kept for people to look at.
 */
@ExtendWith(OfficeExtension.class)
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

  EveryViewIT(Office office) {
    this.office = office;
  }

  static Stream<Arguments> looks() {
    return Stream.of(Look.values())
        .flatMap(look -> Views.inside().stream().map(view -> Arguments.of(view, look)));
  }

  static Stream<Arguments> looksFromOutside() {
    return Stream.of(Look.values())
        .flatMap(look -> Views.outside().stream().map(view -> Arguments.of(view, look)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("looks")
  void breaksNoRuleOfAccessibilityAndFitsItsWindow(Views.View view, Look look) {
    look(office.administrator(look), view, look);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("looksFromOutside")
  void doesSoForWhoIsNotSignedIn(Views.View view, Look look) {
    look(office.somebody(look), view, look);
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
    page.context().close();
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
