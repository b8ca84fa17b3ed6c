package io.sitepulse.contract.poll;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counted ballots of a poll: the value of {@code poll-tallies}.
 *
 * @param v schema version, 1
 * @param poll poll id
 * @param asOf instant of the tally
 * @param ballots ballots by option id. An option without ballots may be missing.
 * @param participants number of ballots, which is not the sum over the options
 * @param ledger outcome of each vote
 * @param setAside number of voters who have voted and whose ballots are all set aside
 */
public record PollTally(
    int v,
    String poll,
    Instant asOf,
    SortedMap<String, Long> ballots,
    long participants,
    VoteLedger ledger,
    long setAside) {
  public static final int VERSION = 1;

  public PollTally {
    Poll.checkId(poll);
    Require.present(asOf, "asOf");
    ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
    Require.notNegative(participants, "participants");
    Require.present(ledger, "ledger");
    Require.notNegative(setAside, "setAside");
  }

  /** A tally without ballots that are set aside. */
  public PollTally(
      int v,
      String poll,
      Instant asOf,
      SortedMap<String, Long> ballots,
      long participants,
      VoteLedger ledger) {
    this(v, poll, asOf, ballots, participants, ledger, 0);
  }

  /** The tally of a poll without votes. */
  public static PollTally none(String poll) {
    return new PollTally(
        VERSION, poll, Instant.EPOCH, Collections.emptySortedMap(), 0, VoteLedger.EMPTY);
  }
}
