package io.sitepulse.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/** Every view of the dashboard, and what opens above it, with what the office's sites have. */
final class Views {
  private static final String MONTH = "period=" + Office.lastMonth();

  /**
   * Waits for frames: only in them do charts and tables notice another width, and what they draw
   * then is in the next one. A page that is not in front may have none.
   */
  private static final String PAINTED =
      """
      async () => {
        const none = new Promise(done => setTimeout(done, 2000));
        for (let frames = 0; frames < 3; frames++) {
          await Promise.race([new Promise(requestAnimationFrame), none]);
        }
      }""";

  private Views() {}

  /**
   * Something to look at.
   *
   * @param name of its picture
   * @param path below the dashboard
   * @param then what is done before it is looked at
   */
  record View(String name, String path, Consumer<Page> then) {
    View(String name, String path) {
      this(name, path, page -> {});
    }

    /** Opens it, and returns when nothing is on its way any more. */
    void open(Page page, Office office) {
      page.navigate(office.at(path));
      settle(page);
      then.accept(page);
      settle(page);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Views for users who are signed in. */
  static List<View> inside() {
    return List.of(
        new View("overview", ""),
        new View("overview-ranked", "?ranked=1&order=yearChange&metric=visitors"),
        new View("site", "site/soyte?" + MONTH),
        new View("site-now", "site/soyte?compare=previous"),
        new View(
            "site-day",
            "site/soyte?" + MONTH + "&day=" + Office.lastMonth().atDay(15) + "&metric=views"),
        new View("site-filtered", "site/soyte?compare=none&source=Google&" + MONTH),
        new View("site-table", "site/soyte?" + MONTH, click("figure .switch")),
        new View("site-values", "site/soyte?" + MONTH, click(".more")),
        new View("site-successor", "site/phuong-bentre?" + MONTH),
        new View("site-before", "site/soyte?period=2001-01"),
        new View("site-unknown", "site/khong-co"),
        new View("total", "total/soyte"),
        new View("group", "group/so-nganh?" + MONTH),
        new View("all", "all?" + MONTH),
        new View("polls", "polls"),
        new View("poll", "polls/" + Office.POLL),
        new View("poll-new", "polls?new=1"),
        new View("poll-edit", "polls/" + Office.POLL + "?edit=1"),
        new View("poll-close", "polls/" + Office.POLL, click("main button.danger")),
        new View("targets", "targets"),
        new View("target-new", "targets", click("main button.primary")),
        new View("notes", "notes"),
        new View("note-new", "notes", click("main button.primary")),
        new View("review", "review?scope=group:so-nganh&" + MONTH),
        new View(
            "review-issue",
            "review?scope=group:so-nganh&" + MONTH,
            click("sp-issue-review button")),
        new View("issued", "issued"),
        new View("issued-one", "issued/" + Office.issued()),
        new View("state", "state"),
        new View("sites", "sites"),
        new View("sites-groups", "sites?tab=groups"),
        new View("site-register", "sites?new=1"),
        new View("site-settings", "sites/phuong-bentre"),
        new View("site-merge", "sites/soyte", click("sp-site-merger button")),
        new View("accounts", "accounts"),
        new View("account-new", "accounts?account=new"),
        new View("changes", "changes"),
        new View("changes-days", "changes?from=2026-01-01&to=2026-01-02"),
        new View("help", "help"),
        new View("tokens", "tokens"),
        new View("token-new", "tokens", click("main button.primary")),
        new View("sessions", "sessions"),
        new View("password", "password"),
        new View("second-factor", "second-factor"),
        new View("missing", "nothing/here"));
  }

  /** Views for users who are not signed in. */
  static List<View> outside() {
    return List.of(
        new View("sign-in", "sign-in"),
        new View("setup", "setup"),
        new View("invitation", "invitation#KHONG-CO"));
  }

  private static Consumer<Page> click(String selector) {
    return page -> page.locator(selector).first().click();
  }

  /** Waits until nothing is on its way. */
  static void settle(Page page) {
    assertThat(page.locator("main h1").first()).isAttached();
    assertThat(page.locator(".waiting, .stale")).hasCount(0);
    page.evaluate(PAINTED);
  }
}
