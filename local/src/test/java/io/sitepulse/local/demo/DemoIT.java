package io.sitepulse.local.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.local.embed.Chromium;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  private static final String ONLINE = "footer sitepulse-counter [part~='value-online']";
  private static final String TOTAL = "footer sitepulse-counter [part~='value-total']";

  /** Without "Headless": that would be a robot, and robots are in no counter. */
  private static final String READER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
          + " Safari/537.36";

  private final List<String> complaints = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();

  @Test
  void numbersMoveWithVisitorsAndWithTheReadersOwnClicksAndVotes(@TempDir Path folder)
      throws Exception {
    var crowd = new AtomicReference<Crowd>();
    var options =
        SitepulseOptions.in(folder)
            .with("SITEPULSE_DEFINITIONS_SEED", "shipped")
            .withRoutes(
                router -> {
                  new DemoPortal().mount(router);
                  new CrowdRoutes(crowd::get).mount(router);
                });
    try (var pulse = Sitepulse.start(options);
        var people = new Crowd(pulse.vertx(), pulse.url(), DemoPortal.SITE);
        var playwright = Chromium.driver();
        var browser = Chromium.launch(playwright)) {
      crowd.set(people);
      Page page = page(browser, pulse.url());
      readerIsCounted(page, pulse.url());
      votes(page);
      people.resize(20);
      await().until(() -> number(page, ONLINE) > 10);
      everyPageIsShown(page, pulse.url());
    }
    assertThat(complaints).isEmpty();
    assertThat(elsewhere).isEmpty();
  }

  private static void readerIsCounted(Page page, URI url) {
    page.navigate(url.toString());
    await().until(() -> number(page, ONLINE) == 1);
    long before = number(page, TOTAL);
    page.navigate(url.resolve("/tin-tuc/").toString());
    // The same visit: one more view, and no more visits than before.
    await().until(() -> number(page, TOTAL) == before);
    page.navigate(url.resolve("/vi-du/khach-mo-phong").toString());
    await().until(() -> number(page, "main [part~='value-today']") == 3);
    page.navigate(url.toString());
  }

  private static void votes(Page page) {
    Locator poll = page.locator("sitepulse-poll");
    poll.getByLabel("Dễ sử dụng").check();
    poll.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
    assertThat(poll.locator("[part~='message']")).containsText("Cảm ơn bạn");
    assertThat(poll.locator("[part~='participants']")).containsText("1 người đã tham gia");
  }

  /** Nothing is refused by the pages' policy, and no script fails. */
  private static void everyPageIsShown(Page page, URI url) {
    for (DemoPage shown : DemoPage.ALL) {
      page.navigate(url.resolve(shown.path()).toString());
      assertThat(page.locator("main h1").first()).isVisible();
    }
  }

  private Page page(Browser browser, URI url) {
    Page page = browser.newPage(new Browser.NewPageOptions().setUserAgent(READER));
    page.onConsoleMessage(
        message -> {
          boolean expected = message.text().contains("404"); // A site and a poll that are unknown.
          if (message.type().equals("error") && !expected) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url.toString()) && !request.url().startsWith("data:")) {
            elsewhere.add(request.url());
          }
        });
    return page;
  }

  /** Number shown by an element, -1 while it shows none. */
  private static long number(Page page, String selector) {
    Locator element = page.locator(selector);
    String text = element.count() == 0 ? "" : element.first().textContent();
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? -1 : Long.parseLong(digits);
  }
}
