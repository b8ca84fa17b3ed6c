package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.dashboard.widget.poll.NetworkShares;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * How the votes of a poll came.
 *
 * @param ledger outcome of each vote
 * @param networks votes by network, as far as this process has seen them
 * @param minutes minutes with most votes, those first
 * @param series votes over time
 */
record PollVotesResponse(
    VoteLedger ledger,
    NetworkShares.NetworkShare networks,
    List<Minute> minutes,
    VoteSeries series) {

  /**
   * The ballots of a minute, first and changed ones, also if they are set aside.
   *
   * @param at begin of the minute
   * @param ballots by option id
   */
  record Minute(Instant at, long votes, SortedMap<String, Long> ballots) {}
}
