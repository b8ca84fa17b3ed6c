package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How polls came to stand as they do. */
final class PollHistory {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ClickHouseQueryRunner clickHouseQueryRunner;

  /**
   * How a poll stood.
   *
   * @param at when
   * @param ballots by option id
   */
  record Point(Instant at, long participants, SortedMap<String, Long> ballots) {}

  PollHistory(ClickHouseQueryRunner clickHouseQueryRunner) {
    this.clickHouseQueryRunner = clickHouseQueryRunner;
  }

  /**
   * How a poll stood at the end of each hour in which it changed, and how it stands now.
   *
   * @param now its tally
   */
  Future<List<Point>> of(String poll, PollTally now) {
    return clickHouseQueryRunner
        .list(
            PollHistory.class,
            "poll_hours.sql",
            query -> query.bind("poll", poll),
            (row, context) -> point(row))
        .map(hours -> with(hours, now));
  }

  /** The hour that runs is told by the tally itself, which is never older. */
  private static List<Point> with(List<Point> hours, PollTally now) {
    var points = new ArrayList<>(hours);
    if (now.participants() > 0) {
      points.removeIf(point -> !point.at().isBefore(now.asOf()));
      points.add(new Point(now.asOf(), now.participants(), now.ballots()));
    }
    return points;
  }

  private static Point point(ResultSet row) throws SQLException {
    var ballots = new TreeMap<String, Long>();
    Map<?, ?> counted = (Map<?, ?>) row.getObject("ballots");
    counted.forEach((id, number) -> ballots.put((String) id, ((Number) number).longValue()));
    Instant hour = row.getObject("hour", Instant.class);
    return new Point(hour.plus(HOUR), row.getLong("participants"), ballots);
  }
}
