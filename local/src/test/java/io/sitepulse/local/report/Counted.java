package io.sitepulse.local.report;

import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.Delivered;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * A counted event.
 *
 * @param visit id of the visit, null for none
 * @param first first view of its visit, the event itself if it has no visit
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

  /** The visitor on the event's day. */
  String person() {
    return site.id() + " " + day() + " " + delivered().visitor();
  }

  /** Value under which a breakdown counts it, null for none. */
  String value(String dimension) {
    return switch (dimension) {
      case "entry" -> visit == null ? null : first.page();
      case "source" -> source(first);
      case "bot" -> seen.bot();
      default -> own(seen).get(dimension);
    };
  }

  /**
   * Tells if a filter matches: a page filter by the event itself, any other by the first view of
   * its visit.
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
    return bare.equals(site.id()) ? "" : bare.equals("google.com") ? "Google" : bare;
  }
}
