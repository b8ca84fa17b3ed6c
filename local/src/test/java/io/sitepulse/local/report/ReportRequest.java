package io.sitepulse.local.report;

import io.sitepulse.contract.period.Comparison;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A request for a report, as it stands in an address.
 *
 * @param text of the period
 */
record ReportRequest(
    String scope, String text, Comparison comparison, Map<String, String> filters) {
  private static final List<String> PERIODS =
      List.of(
          "2026",
          "2025",
          "2026-H2",
          "2026-Q4",
          "2026-11",
          "2026-10",
          "2025-11",
          "2026-W44",
          "2026-W45",
          "2026-11-01",
          "2026-11-02",
          "2026-11-03",
          "2026-11-03..2026-11-03",
          "2026-10-25",
          "2026-12",
          "2027-01-01..2027-01-05",
          "2025-06-01..2026-11-30",
          "2026-10-20..2026-11-05");
  private static final List<String> SCOPES = List.of("all", "group:so", "group:xa");

  NaivePeriod period() {
    return NaivePeriod.parse(text);
  }

  String query() {
    var query = new StringBuilder();
    query.append("scope=").append(scope).append("&period=").append(text);
    query.append("&compare=").append(comparison.label());
    filters.forEach(
        (name, value) -> query.append('&').append(name).append('=').append(coded(value)));
    return query.toString();
  }

  static String coded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Some question, half of them about one site, half of these with filters. */
  static ReportRequest random(Random random, Portals portals) {
    String site = Portals.SITES.get(random.nextInt(Portals.SITES.size())).id();
    boolean single = random.nextBoolean();
    Map<String, String> filters =
        single && random.nextBoolean() ? filters(random, portals.counted.get(site)) : Map.of();
    return new ReportRequest(
        single ? "site:" + site : SCOPES.get(random.nextInt(SCOPES.size())),
        random.nextInt(4) == 0 ? free(random) : PERIODS.get(random.nextInt(PERIODS.size())),
        List.of(Comparison.values()).get(random.nextInt(3)),
        filters);
  }

  private static String free(Random random) {
    LocalDate from = LocalDate.parse("2026-10-12").plusDays(random.nextInt(22));
    return from + ".." + from.plusDays(random.nextInt(12));
  }

  /** One or two, with values that some event has, or none. */
  private static Map<String, String> filters(Random random, List<Counted> events) {
    var names =
        List.of("page", "entry", "source", "device", "browser", "system", "country", "language");
    var filters = new TreeMap<String, String>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      String name = names.get(random.nextInt(names.size()));
      String value = events.get(random.nextInt(events.size())).value(name);
      filters.put(name, value == null || random.nextInt(9) == 0 ? unmatched(name) : value);
    }
    return filters;
  }

  /** A value that events may have, that no event has, and that is hard to quote if it is a text. */
  private static String unmatched(String dimension) {
    return switch (dimension) {
      case "page", "entry" -> "/it's(fn)x:none";
      case "source" -> "it's \\ {fn x} :none";
      case "device" -> "Watch";
      case "country" -> "AQ";
      case "browser" -> "Openwave";
      case "system" -> "KaiOS";
      case "language" -> "zu";
      default -> "it's \\ {fn x} ? :none";
    };
  }
}
