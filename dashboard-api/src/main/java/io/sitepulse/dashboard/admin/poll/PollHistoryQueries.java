package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.dashboard.admin.poll.PollHistoryResponse.Point;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the histories of poll results from ClickHouse. */
final class PollHistoryQueries {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ClickHouseQueryRunner clickHouseQueryRunner;

  PollHistoryQueries(ClickHouseQueryRunner clickHouseQueryRunner) {
    this.clickHouseQueryRunner = clickHouseQueryRunner;
  }

  /**
   * Returns the result of a poll at the end of each hour in which it changed, and now.
   *
   * @param now the present tally
   */
  Future<List<Point>> of(String poll, PollTally now) {
    return clickHouseQueryRunner
        .list(
            PollHistoryQueries.class,
            "poll_hours.sql",
            query -> query.bind("poll", poll),
            (row, context) -> point(row))
        .map(hours -> withPresent(hours, now));
  }

  /** Replaces the current hour by the tally, which is never older. */
  private static List<Point> withPresent(List<Point> hours, PollTally now) {
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
