package io.sitepulse.local.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.Scratch;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.local.embed.Chromium;
import io.sitepulse.local.history.SampleHistory;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running sitepulse with some weeks of sample days, its administrator, and a browser. */
final class Office implements AutoCloseable {
  static final String LOGIN = "quantri";
  static final String PASSWORD = "mot mat khau that dai";

  /** A poll of the library that has votes. */
  static final String POLL = "gio-mo-cua";

  private static final Period HISTORY = Period.ofDays(45);

  private final Scratch scratch;
  private final Sitepulse pulse;
  private final Playwright playwright = Chromium.driver();
  private final Browser browser = Chromium.launchShell(playwright);
  private final String session;

  private Office(Scratch scratch, Sitepulse pulse) {
    this.scratch = scratch;
    this.pulse = pulse;
    try (BrowserContext context = browser.newContext(Look.options())) {
      Page page = context.newPage();
      page.navigate(at(""));
      signIn(page, LOGIN, PASSWORD);
      createPoll(page);
      post(
          page,
          "issued-reviews",
          Map.of("scope", "group:so-nganh", "period", lastMonth().toString(), "compare", "none"));
      session = context.storageState();
    }
  }

  static Office open() {
    try {
      var scratch = Scratch.of("office");
      var pulse = Sitepulse.start(SitepulseOptions.in(scratch.folder().resolve("data")));
      pulse.firstAdministrator(LOGIN, "Nguyễn Thị Quản Trị", PASSWORD);
      try (var clickHouse = new ClickHouse(pulse.clickHouseConfig())) {
        Migrations.apply(clickHouse.jdbi());
        new SampleHistory(clickHouse.jdbi(), pulse.kafka(), Clock.systemUTC())
            .fill(HISTORY, progress -> {});
      }
      return new Office(scratch, pulse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Address of a place below the dashboard, or of anything that begins with a slash. */
  String at(String path) {
    return pulse.url().resolve(path.startsWith("/") ? path : "/dashboard/" + path).toString();
  }

  /** A user with a browser of their own who is not signed in. */
  Page somebody() {
    return somebody(null);
  }

  /** The administrator, signed in already. */
  Page administrator() {
    return somebody(session);
  }

  private Page somebody(@Nullable String state) {
    var options = Look.options();
    if (state != null) {
      options.setStorageState(state);
    }
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(Chromium.TIMEOUT_MS);
    return context.newPage();
  }

  /** Fills the form of the sign-in and waits for what comes after it. */
  static void signIn(Page page, String login, String password) {
    page.getByLabel("Tên đăng nhập").fill(login);
    page.locator("#password").fill(password);
    page.keyboard().press("Enter");
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tổng quan")).waitFor();
  }

  /** An answer of the management API to whom a page has signed in. */
  JsonNode api(Page page, String path) {
    try {
      return Json.MAPPER.readTree(file(page, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as it comes. */
  byte[] file(Page page, String path) {
    return answered(page.request().get(at("/api/manage/" + path)));
  }

  private void createPoll(Page page) {
    var poll =
        Map.of(
            "id",
            POLL,
            "site",
            "thuvien",
            "question",
            "Thư viện nên mở cửa đến mấy giờ?",
            "options",
            List.of(
                Map.of("id", "som", "label", "20 giờ"), Map.of("id", "muon", "label", "22 giờ")));
    post(page, "polls", poll);
    List.of("som", "muon", "muon").forEach(this::vote);
  }

  /** Sends a change to the management API to whom a page has signed in, and reads the answer. */
  JsonNode post(Page page, String path, Object body) {
    String guard = api(page, "session").get("csrf").asText();
    byte[] answer =
        answered(
            page.request()
                .post(
                    at("/api/manage/" + path),
                    RequestOptions.create().setHeader("Sitepulse-CSRF", guard).setData(body)));
    try {
      return Json.MAPPER.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of the review that was issued first. */
  static String issued() {
    return YearMonth.now(Site.DEFAULT_ZONE).getYear() + "-1";
  }

  private void vote(String choice) {
    var voter = playwright.request().newContext();
    var ballot = Map.of("id", UUID.randomUUID().toString(), "choices", List.of(choice));
    answered(
        voter.post(at("/api/polls/" + POLL + "/votes"), RequestOptions.create().setData(ballot)));
    voter.dispose();
  }

  private static byte[] answered(APIResponse response) {
    if (!response.ok()) {
      throw new AssertionError(response.url() + ": " + response.status() + " " + response.text());
    }
    return response.body();
  }

  /** The last month that is over where the sample sites are. */
  static YearMonth lastMonth() {
    return YearMonth.now(Site.DEFAULT_ZONE).minusMonths(1);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    pulse.close();
    scratch.close();
  }
}
