package io.sitepulse.local.audit;

import java.util.List;
import java.util.UUID;

/** Attributes of an event, derived from its id, so that every delivery of an event has the same. */
final class Attributes {
  /** One host of the sites in these tests. */
  static final String OWN_HOST = "cong.gov.vn";

  private static final List<String> REFERRERS =
      List.of(
          "",
          "www.google.com/search",
          "google.com/",
          "cong.gov.vn/tin-tuc",
          "www.cong.gov.vn",
          "bao.vn/a/b");
  private static final List<String> SOURCES = List.of("", "Google", "Google", "", "", "bao.vn");

  private Attributes() {}

  static String page(UUID id) {
    return "/trang-" + pick(id, 4);
  }

  static String title(UUID id) {
    return pick(id, 3) == 0 ? "" : "Trang " + id;
  }

  static String referrer(UUID id) {
    return REFERRERS.get(pick(id, REFERRERS.size()));
  }

  static String source(UUID id) {
    return SOURCES.get(pick(id, SOURCES.size()));
  }

  /** Name, source, medium, term and content of the campaign, empty texts for most events. */
  static List<String> campaign(UUID id) {
    return switch (pick(id, 11)) {
      case 0 -> List.of("Tết", "zalo", "oa", "", "");
      case 1 -> List.of("Tết", "tờ rơi", "qr", "", "mặt sau");
      case 2 -> List.of("", "zalo", "", "dịch vụ công", "");
      default -> List.of("", "", "", "", "");
    };
  }

  static String device(UUID id) {
    return pick(id, 2) == 0 ? "Phone" : "Desktop";
  }

  static String country(UUID id) {
    return pick(id, 7) == 0 ? "" : "VN";
  }

  private static int pick(UUID id, int choices) {
    return Math.floorMod(id.hashCode() / 7, choices);
  }
}
