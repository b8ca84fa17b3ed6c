package io.sitepulse.local.report;

import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.Delivered;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * An event that counts.
 *
 * @param visit names the visit; null: it is of none
 * @param first the first view of its visit; itself where there is no visit
 */
record Counted(Site site, Seen seen, String visit, Seen first) {
  boolean isView() {
    return !delivered().heartbeat();
  }

  boolean isRobots() {
    return delivered().bot();
  }

  boolean isSomebodys() {
    return !isRobots() && delivered().visitor() != 0;
  }

  LocalDate day() {
    return delivered().day();
  }

  int hour() {
    return delivered().at().atZone(site.zone()).getHour();
  }

  Delivered delivered() {
    return seen.delivered();
  }

  /** Who it is of, on its day. */
  String person() {
    return site.id() + " " + day() + " " + delivered().visitor();
  }

  /** The value a breakdown puts it under; null: none. */
  String value(String dimension) {
    return switch (dimension) {
      case "entry" -> visit == null ? null : first.page();
      case "source" -> source(first);
      case "bot" -> seen.bot();
      default -> own(seen).get(dimension);
    };
  }

  /**
   * Whether a filter lets it through: a page by itself, all else by the first view of its visit.
   */
  boolean isOf(String dimension, String value) {
    return switch (dimension) {
      case "page", "entry", "source" -> value.equals(value(dimension));
      default -> value.equals(own(first).get(dimension));
    };
  }

  private static Map<String, String> own(Seen seen) {
    return Map.of(
        "page", seen.page(),
        "device", seen.device(),
        "browser", seen.browser(),
        "system", seen.system(),
        "country", seen.country(),
        "language", seen.language());
  }

  private String source(Seen of) {
    String host = of.referrer().split("/", 2)[0].toLowerCase(Locale.ROOT);
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    return bare.equals(site.id()) ? "" : bare;
  }
}
