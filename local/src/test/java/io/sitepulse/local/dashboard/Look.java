package io.sitepulse.local.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/**
 * Language, colour scheme and window size of the dashboard. An open page can change from one look
 * to another, as when a phone is turned or another language is chosen.
 */
enum Look {
  SCREEN("Tiếng Việt", ColorScheme.LIGHT, 1280, 900),
  PHONE("Tiếng Việt", ColorScheme.LIGHT, 390, 844),

  /** The least width at which nothing may have to be moved sideways (WCAG 1.4.10). */
  SMALL_PHONE("English", ColorScheme.DARK, 320, 640);

  private final String language;
  private final ColorScheme colors;
  private final int width;
  private final int height;

  Look(String language, ColorScheme colors, int width, int height) {
    this.language = language;
    this.colors = colors;
    this.width = width;
    this.height = height;
  }

  /** A new browser that looks as on a screen, in which nothing moves. */
  static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setLocale("vi-VN")
        .setTimezoneId("Asia/Ho_Chi_Minh")
        .setViewportSize(SCREEN.width, SCREEN.height)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /** Looks at an open page so from now on. */
  void at(Page page) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
    // It may lie below a dialog, where one cannot reach it.
    page.locator("header input[aria-label='" + language + "']")
        .first()
        .evaluate("it => it.click()");
  }

  /**
   * Tells if axe checks this look. Phones of both widths have one layout, so axe checks the
   * narrower one.
   */
  boolean isForAxe() {
    return this != PHONE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
