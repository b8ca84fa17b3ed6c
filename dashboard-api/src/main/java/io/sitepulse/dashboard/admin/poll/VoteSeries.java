package io.sitepulse.dashboard.admin.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Time series of the ballots of a poll, first and changed ones, also if they are set aside. It goes
 * from the first to the last one without gaps.
 *
 * @param minutes length of a part
 * @param points parts of that time, at most {@link #MAX_POINTS}, earliest first
 */
record VoteSeries(long minutes, List<VotePoint> points) {
  /** Largest number of parts. */
  static final int MAX_POINTS = 200;

  /** Lengths of a part in minutes. The shortest one that suffices is taken. */
  static final List<Long> LENGTHS =
      Stream.concat(
              Stream.of(1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 180L, 360L, 720L),
              Stream.of(1L, 2L, 7L, 14L, 28L, 91L, 364L).map(days -> days * 24 * 60))
          .toList();

  /**
   * The ballots of a part.
   *
   * @param at begin of the part
   * @param peak ballots of its busiest minute
   */
  record VotePoint(Instant at, long votes, long peak) {}

  /** A part with ballots, and the length of all parts. */
  record Part(Duration length, VotePoint point) {}

  /** Returns the series of parts that have ballots, earliest first. It fills the gaps. */
  static VoteSeries of(List<Part> parts) {
    if (parts.isEmpty()) {
      return new VoteSeries(LENGTHS.get(0), List.of());
    }
    Duration length = parts.get(0).length();
    var points = new ArrayList<VotePoint>();
    Instant next = parts.get(0).point().at();
    for (Part part : parts) {
      for (; next.isBefore(part.point().at()); next = next.plus(length)) {
        points.add(new VotePoint(next, 0, 0));
      }
      points.add(part.point());
      next = next.plus(length);
    }
    return new VoteSeries(length.toMinutes(), List.copyOf(points));
  }
}
