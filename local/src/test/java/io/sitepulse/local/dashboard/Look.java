package io.sitepulse.local.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/** How the dashboard is looked at: its language, its colours, the size of the window. */
enum Look {
  SCREEN("vi", "light", 1280, 900),
  PHONE("en", "dark", 360, 740);

  private final String language;
  private final String theme;
  private final int width;
  private final int height;

  Look(String language, String theme, int width, int height) {
    this.language = language;
    this.theme = theme;
    this.width = width;
    this.height = height;
  }

  /** A browser of that size, in which nothing moves. */
  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setLocale("vi-VN")
        .setTimezoneId("Asia/Ho_Chi_Minh")
        .setViewportSize(width, height)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /** Makes the browser remember it, as a script of every page. */
  String script() {
    return """
        localStorage.setItem('sitepulse.dashboard.language', '%s');
        localStorage.setItem('sitepulse.dashboard.theme', '%s');"""
        .formatted(language, theme);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
