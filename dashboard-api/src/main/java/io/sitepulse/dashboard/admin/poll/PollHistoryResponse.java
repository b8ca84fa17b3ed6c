package io.sitepulse.dashboard.admin.poll;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** The history of a poll's result, earliest first. */
record PollHistoryResponse(List<Point> points) {

  /**
   * The result at an instant.
   *
   * @param ballots by option id
   */
  record Point(Instant at, long participants, SortedMap<String, Long> ballots) {}
}
