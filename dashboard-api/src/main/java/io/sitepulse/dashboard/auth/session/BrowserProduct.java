package io.sitepulse.dashboard.auth.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of a browser and its operating system, for people who look at their sessions. Nothing else
 * of the {@code User-Agent} header is kept.
 *
 * @param browser such as {@code Firefox}, or null if unknown
 * @param system such as {@code Windows}, or null if unknown
 */
record BrowserProduct(@Nullable String browser, @Nullable String system) {

  /** A product and the text that its header contains. */
  private record Sign(String text, String name) {}

  /** Browsers that contain the text of a later one come first. */
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("coc_coc_browser/", "Cốc Cốc"),
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("Firefox/", "Firefox"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("Chrome/", "Chrome"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("Windows", "Windows"),
          new Sign("Android", "Android"),
          new Sign("iPhone", "iOS"),
          new Sign("iPad", "iPadOS"),
          new Sign("Mac OS X", "macOS"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Linux", "Linux"));

  /** Returns the names in a header, which may be absent. */
  static BrowserProduct of(@Nullable String userAgent) {
    String text = userAgent == null ? "" : userAgent;
    return new BrowserProduct(find(BROWSERS, text), find(SYSTEMS, text));
  }

  private static @Nullable String find(List<Sign> signs, String text) {
    return signs.stream()
        .filter(sign -> text.contains(sign.text()))
        .map(Sign::name)
        .findFirst()
        .orElse(null);
  }
}
