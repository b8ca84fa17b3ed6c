package io.sitepulse.local.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.sitepulse.local.embed.Axe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view with real figures, on a screen and on phones, in both languages and appearances, by
 * axe and by the Tab key, and with letters twice as large. A picture of each is kept for people to
 * look at, except in CI. A page is opened once and then looked at in each way: a reader turns a
 * phone, too.
 */
@ExtendWith(OfficeExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryViewIT {
  private static final Path PICTURES = Path.of("target", "screenshots", "dashboard");

  /** Set by CI, where pictures of whole pages would be thrown away. They take much of the time. */
  private static final boolean UNATTENDED = "true".equals(System.getenv("CI"));

  /** Lists the elements that make the page scroll sideways. */
  private static final String TOO_WIDE =
      """
      () => {
        const all = element =>
            [element, ...[...(element.shadowRoot ?? element).children].flatMap(all)];
        return document.scrollingElement.scrollWidth <= innerWidth ? [] : all(document.body)
            .filter(element => element.getBoundingClientRect().right > innerWidth)
            .map(element => element.outerHTML.slice(0, 150));
      }""";

  private static final String LETTERS =
      "size => { document.documentElement.style.fontSize = size; }";

  /** Twice as large as this page's letters are: 15 px where a browser has 16. */
  private static final String LARGE = "187.5%";

  private final Office office;

  /** The administrator's, which keeps the scripts from view to view. */
  private final BrowserContext browser;

  EveryViewIT(Office office) {
    this.office = office;
    this.browser = office.administrator().context();
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
  }

  static Stream<Views.View> views() {
    return Views.inside().stream();
  }

  static Stream<Views.View> viewsFromOutside() {
    return Views.outside().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("views")
  void isAccessibleAndFitsEveryWindow(Views.View view) {
    // A page that stayed open after a failure would keep its connections from the next ones.
    try (Page page = browser.newPage()) {
      look(page, view);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("viewsFromOutside")
  void doesSoForWhoIsNotSignedIn(Views.View view) {
    try (BrowserContext context = office.somebody().context()) {
      look(context.pages().get(0), view);
    }
  }

  @Test
  void aFormThatMayNotBeEditedIsGrey() {
    String editable = backgroundOfName(false);
    assertThat(backgroundOfName(true)).isNotEqualTo(editable);
  }

  /** The background of the first field of a site's form. */
  private String backgroundOfName(boolean viewer) {
    try (Page page = browser.newPage()) {
      if (viewer) {
        page.route(
            "**/api/manage/sites**",
            route -> {
              APIResponse answer = route.fetch();
              String body = answer.text().replace("\"editor\"", "\"viewer\"");
              route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
            });
      }
      page.navigate(office.at("sites/thuvien"));
      Locator name = page.locator("#name");
      if (viewer) {
        PlaywrightAssertions.assertThat(name).isDisabled();
      } else {
        PlaywrightAssertions.assertThat(name).isEnabled();
      }
      return (String) name.evaluate("field => getComputedStyle(field).backgroundColor");
    }
  }

  private void look(Page page, Views.View view) {
    List<String> faults = faults(page);
    view.open(page, office);

    var all = new SoftAssertions();
    for (Look look : Look.values()) {
      look.at(page);
      Views.settle(page);
      photograph(page, view + "-" + look, look);
      all.assertThat(tooWide(page)).as("moves the page sideways, %s", look).isEmpty();
      if (look.isForAxe()) {
        all.assertThat(Axe.faults(page)).as("faults of axe, %s", look).isEmpty();
      }
      if (look == Look.SCREEN) {
        all.assertThat(new Keyboard(page).unreachable()).as("not by Tab").isEmpty();
      }
      if (look == Look.PHONE) {
        page.evaluate(LETTERS, LARGE);
        Views.settle(page);
        photograph(page, view + "-large-letters", look);
        all.assertThat(tooWide(page)).as("moves the page sideways, large letters").isEmpty();
        page.evaluate(LETTERS, "");
      }
    }
    all.assertThat(faults).as("the browser's complaints").isEmpty();
    all.assertAll();
  }

  private static List<?> tooWide(Page page) {
    return (List<?>) page.evaluate(TOO_WIDE);
  }

  private static void photograph(Page page, String name, Look look) {
    if (UNATTENDED && !look.isForAxe()) {
      return;
    }
    page.evaluate("() => scrollTo(0, 0)");
    // Taken also where nobody looks at it: the page must be painted before axe measures it.
    var options = new Page.ScreenshotOptions();
    boolean whole = look != Look.SMALL_PHONE;
    page.screenshot(
        UNATTENDED ? options : options.setFullPage(whole).setPath(PICTURES.resolve(name + ".png")));
  }

  /** Console errors, except failed responses, which views show themselves. */
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
