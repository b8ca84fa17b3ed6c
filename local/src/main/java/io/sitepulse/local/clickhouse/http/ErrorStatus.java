package io.sitepulse.local.clickhouse.http;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Maps ClickHouse's error codes to HTTP statuses as a ClickHouse server does. */
final class ErrorStatus {
  private static final Set<Integer> BAD_REQUEST =
      Set.of(
          6, 8, 15, 25, 26, 27, 36, 37, 38, 41, 44, 53, 62, 72, 117, 123, 167, 168, 223, 321, 376,
          427, 441, 675, 676);
  private static final Set<Integer> FORBIDDEN = Set.of(192, 193, 497, 512, 516);
  private static final Set<Integer> NOT_FOUND =
      Set.of(46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 152, 336, 511);
  private static final Map<Integer, Integer> OTHERS =
      Map.ofEntries(
          entry(194, 401),
          entry(159, 408),
          entry(381, 411),
          entry(229, 413),
          entry(779, 415),
          entry(48, 501),
          entry(76, 503),
          entry(202, 503),
          entry(209, 503),
          entry(439, 503));

  private ErrorStatus() {}

  /** 500 for every code not known to be the caller's fault. */
  static int of(int code) {
    if (BAD_REQUEST.contains(code)) {
      return 400;
    }
    if (FORBIDDEN.contains(code)) {
      return 403;
    }
    return NOT_FOUND.contains(code) ? 404 : OTHERS.getOrDefault(code, 500);
  }
}
