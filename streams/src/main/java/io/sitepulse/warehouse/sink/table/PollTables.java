package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;

/** The tables of the topics {@code poll-votes} and {@code poll-tallies}. */
public final class PollTables {
  /** One row for each vote id of a voter. Of several deliveries the first one wins. */
  public static final Table<PollVote> POLL_VOTES =
      Table.<PollVote>named("poll_votes")
          .text("poll", PollVote::poll)
          .text("voter", PollVote::voter)
          .uuid("id", PollVote::id)
          .value("choices", PollVote::choices)
          .millis("at", PollVote::at)
          .partition("kafka_partition")
          .offset("kafka_offset")
          .precedence("precedence")
          .uuid("replaces", PollVote::replaces)
          .build();

  /** The current tally of each poll. The highest version wins. */
  public static final Table<PollTally> POLL_TALLIES =
      Table.<PollTally>named("poll_tallies")
          .text("poll", PollTally::poll)
          .value("ballots", PollTally::ballots)
          .number("participants", PollTally::participants)
          .number("received", tally -> tally.ledger().received())
          .number("first_ballots", tally -> tally.ledger().ballots())
          .number("changes", tally -> tally.ledger().changes())
          .number("duplicates", tally -> tally.ledger().duplicates())
          .reasons("rejected", tally -> tally.ledger().rejected())
          .number("set_aside", PollTally::setAside)
          .millis("as_of", PollTally::asOf)
          .timeVersion("version", PollTally::asOf)
          .mergedBy("poll")
          .build();

  /** The tally of a poll at the end of each hour in which it changed. The highest version wins. */
  public static final Table<PollTally> POLL_HOURS =
      Table.<PollTally>named("poll_hours")
          .text("poll", PollTally::poll)
          .hour("hour", PollTally::asOf)
          .value("ballots", PollTally::ballots)
          .number("participants", PollTally::participants)
          .timeVersion("version", PollTally::asOf)
          .mergedBy("poll", "hour")
          .build();

  private PollTables() {}
}
