package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.SetAside;
import io.sitepulse.dashboard.admin.poll.PollVotesResponse.Minute;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads the ballots of a poll from ClickHouse. */
final class BallotQueries {
  private final ClickHouseQueryRunner clickHouseQueryRunner;

  /**
   * A voter whose ballot must become another one.
   *
   * @param voter keyed hash of the voter
   * @param current the vote or correction that made the present ballot
   * @param choices of the ballot that counts, empty for none
   */
  record WrongBallot(String voter, UUID current, List<String> choices) {}

  BallotQueries(ClickHouseQueryRunner clickHouseQueryRunner) {
    this.clickHouseQueryRunner = clickHouseQueryRunner;
  }

  /** Returns the number of stored ballots, first and changed ones. */
  Future<Long> stored(String poll) {
    return clickHouseQueryRunner
        .list(
            BallotQueries.class,
            "stored_ballots.sql",
            query -> query.bind("poll", poll).bind("topic", Topics.POLL_VOTES.name()),
            (row, context) -> row.getLong("ballots"))
        .map(rows -> rows.get(0));
  }

  /** Returns the voters whose present ballot is not their last one outside of all times. */
  Future<List<WrongBallot>> wrong(String poll, List<SetAside> times) {
    // ClickHouse has no type for an empty array. Nothing is before the year 1970.
    var from =
        times.isEmpty() ? List.of(0L) : times.stream().map(t -> t.from().toEpochMilli()).toList();
    var to =
        times.isEmpty() ? List.of(0L) : times.stream().map(t -> t.to().toEpochMilli()).toList();
    return clickHouseQueryRunner.list(
        BallotQueries.class,
        "set_aside.sql",
        query ->
            query
                .bind("poll", poll)
                .bind("topic", Topics.POLL_VOTES.name())
                .bindList("from", from)
                .bindList("to", to),
        (row, context) -> ballot(row));
  }

  /** Returns the minutes with most ballots, those first. */
  Future<List<Minute>> busiestMinutes(String poll) {
    return clickHouseQueryRunner.list(
        BallotQueries.class,
        "busiest_minutes.sql",
        query -> query.bind("poll", poll).bind("topic", Topics.POLL_VOTES.name()),
        (row, context) -> minute(row));
  }

  /**
   * Returns the ballots over time.
   *
   * @param offset of the site's clock, so that days begin at its midnight
   */
  Future<VoteSeries> series(String poll, ZoneOffset offset) {
    return clickHouseQueryRunner
        .list(
            BallotQueries.class,
            "votes_by_time.sql",
            query ->
                query
                    .bind("poll", poll)
                    .bind("topic", Topics.POLL_VOTES.name())
                    .bind("offset", offset.getTotalSeconds())
                    .bind("parts", VoteSeries.MAX_POINTS)
                    .bindList("lengths", VoteSeries.LENGTHS.stream().map(n -> n * 60).toList()),
            (row, context) -> part(row))
        .map(VoteSeries::of);
  }

  private static VoteSeries.Part part(ResultSet row) throws SQLException {
    Instant begin = Instant.ofEpochSecond(row.getLong("begin"));
    return new VoteSeries.Part(
        Duration.ofSeconds(row.getLong("length")),
        new VoteSeries.VotePoint(begin, row.getLong("votes"), row.getLong("peak")));
  }

  private static Minute minute(ResultSet row) throws SQLException {
    var ballots = new TreeMap<String, Long>();
    Map<?, ?> counted = (Map<?, ?>) row.getObject("ballots");
    counted.forEach((id, number) -> ballots.put((String) id, ((Number) number).longValue()));
    return new Minute(row.getObject("minute", Instant.class), row.getLong("votes"), ballots);
  }

  private static WrongBallot ballot(ResultSet row) throws SQLException {
    String choices = row.getString("choices");
    return new WrongBallot(
        row.getString("voter"),
        UUID.fromString(row.getString("current")),
        choices.isEmpty() ? List.of() : List.of(choices.split(",")));
  }
}
