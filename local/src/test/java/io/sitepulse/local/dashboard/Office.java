package io.sitepulse.local.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.sitepulse.contract.clickhouse.ClickHouse;
import io.sitepulse.contract.clickhouse.Migrations;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.local.embed.Chromium;
import io.sitepulse.local.history.SampleHistory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;

/** A running sitepulse with some weeks of sample days, its administrator, and a browser. */
final class Office implements AutoCloseable {
  static final String LOGIN = "quantri";
  static final String PASSWORD = "mot mat khau that dai";

  private static final Period HISTORY = Period.ofDays(45);
  private static final double PATIENCE_MS = 30_000;

  private final Sitepulse pulse;
  private final Playwright playwright = Chromium.driver();
  private final Browser browser = Chromium.launch(playwright);

  private Office(Sitepulse pulse) {
    this.pulse = pulse;
  }

  static Office open(Path folder) throws InterruptedException {
    var pulse = Sitepulse.start(SitepulseOptions.in(folder));
    pulse.firstAdministrator(LOGIN, "Nguyễn Thị Quản Trị", PASSWORD);
    try (var clickHouse = new ClickHouse(pulse.clickHouseConfig())) {
      Migrations.apply(clickHouse.jdbi());
      new SampleHistory(clickHouse.jdbi(), pulse.kafka(), Clock.systemUTC())
          .fill(HISTORY, progress -> {});
    }
    return new Office(pulse);
  }

  /** Address of a place below the dashboard, or of anything that begins with a slash. */
  String at(String path) {
    return pulse.url().resolve(path.startsWith("/") ? path : "/dashboard/" + path).toString();
  }

  /** Somebody with a browser of their own. */
  Page somebody() {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setLocale("vi-VN").setViewportSize(1280, 900));
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }

  /** The administrator, signed in through the form. */
  Page administrator() {
    Page page = somebody();
    page.navigate(at(""));
    signIn(page, LOGIN, PASSWORD);
    return page;
  }

  /** Fills the form of the sign-in and waits for what comes after it. */
  static void signIn(Page page, String login, String password) {
    page.getByLabel("Tên đăng nhập").fill(login);
    page.locator("#password").fill(password);
    page.keyboard().press("Enter");
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tổng quan")).waitFor();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    pulse.close();
  }
}
