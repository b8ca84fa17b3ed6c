package io.sitepulse.local.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A visitor with a browser context of their own. Errors of their pages are recorded. */
final class Visitor implements AutoCloseable {
  /** A browser that says of itself "headless" would count as a robot. */
  static final String CHROME =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
          + " Safari/537.36";

  static final String EDGE = CHROME + " Edg/140.0.0.0";

  private static final Path SHOTS = Path.of("target", "screenshots");

  final BrowserContext context;
  final Page page;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> hosts = new TreeSet<>();

  private final AutoCloseable browser;

  Visitor(BrowserContext context) {
    this(context, () -> {});
  }

  /**
   * A visitor whose browser is closed with them.
   *
   * @param browser closed after the context
   */
  Visitor(BrowserContext context, AutoCloseable browser) {
    this.browser = browser;
    this.context = context;
    this.page = context.newPage();
    context.onWebError(error -> faults.add(error.error()));
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add(message.text() + " " + message.location());
          }
        });
    context.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
  }

  /** As most people have it. */
  static Browser.NewContextOptions usual() {
    return new Browser.NewContextOptions()
        .setUserAgent(CHROME)
        .setLocale("vi-VN")
        .setTimezoneId("Asia/Ho_Chi_Minh");
  }

  /** Opens a page and waits until it is there, its scripts too. */
  void open(String url) {
    page.navigate(url);
  }

  /** Opens the page in one more tab. */
  Page tab(String url) {
    Page tab = context.newPage();
    tab.navigate(url);
    return tab;
  }

  /** The text of one figure of the page's first counter. */
  Locator figure(String name) {
    return page.locator("sitepulse-counter [part~=value-" + name + "]").first();
  }

  /** The option of a poll by its label. */
  Locator option(String label) {
    return page.getByLabel(label);
  }

  Locator button(String name) {
    return page.getByRole(
        com.microsoft.playwright.options.AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Errors and warnings of the console, and what scripts threw. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Asks that nothing was written to the console and nothing was thrown. */
  void assertNoFaults() {
    assertThat(faults).isEmpty();
  }

  /** Hosts, with ports, that were asked for anything. */
  Set<String> hosts() {
    return Set.copyOf(hosts);
  }

  /** Keeps a picture for people to look at, except in CI, where it would be thrown away. */
  void picture(String name) {
    if ("true".equals(System.getenv("CI"))) {
      return;
    }
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
  }

  /** Views in the browser that have no answer yet. */
  int waiting() {
    Object number =
        page.evaluate(
            "Object.keys(localStorage).filter(key => key.startsWith('sitepulse.q.')"
                + " && !JSON.parse(localStorage[key]).event.kind).length");
    return ((Number) number).intValue();
  }

  @Override
  public void close() {
    context.close();
    try {
      browser.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
