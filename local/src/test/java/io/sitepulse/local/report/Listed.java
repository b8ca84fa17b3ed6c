package io.sitepulse.local.report;

import java.util.List;
import java.util.Random;

/** Which part of a breakdown is asked for. */
record Listed(String dimension, String sort, String search, int limit, int offset) {
  static Listed random(Random random) {
    return new Listed(
        pick(
            random,
            List.of(
                "page",
                "page",
                "entry",
                "source",
                "device",
                "browser",
                "system",
                "country",
                "language",
                "bot",
                "site")),
        pick(random, List.of("visits", "views", "visitors", "engagedMs")),
        pick(random, List.of("", "", "", "TIN", "LIÊN", "%", "g")),
        1 + random.nextInt(6),
        random.nextInt(3) == 0 ? random.nextInt(5) : 0);
  }

  String query() {
    return "&dimension="
        + dimension
        + "&sort="
        + sort
        + "&search="
        + ReportRequest.coded(search)
        + "&limit="
        + limit
        + "&offset="
        + offset;
  }

  private static String pick(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
