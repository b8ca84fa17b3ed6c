package io.sitepulse.contract.poll;

import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ballots of a poll, counted: the value of {@code poll-tallies}.
 *
 * @param v schema version, 1
 * @param poll poll id
 * @param asOf when it was summed
 * @param ballots ballots per option id; an option nobody chose may be missing
 * @param participants the number of ballots: people, not option hits
 * @param ledger what became of every vote
 */
public record PollTally(
    int v,
    String poll,
    Instant asOf,
    SortedMap<String, Long> ballots,
    long participants,
    VoteLedger ledger) {
  public static final int VERSION = 1;

  public PollTally {
    Poll.checkId(poll);
    Require.present(asOf, "asOf");
    ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
    Require.notNegative(participants, "participants");
    Require.present(ledger, "ledger");
  }

  /** The tally of a poll nobody has voted in. */
  public static PollTally none(String poll) {
    return new PollTally(
        VERSION, poll, Instant.EPOCH, Collections.emptySortedMap(), 0, VoteLedger.EMPTY);
  }
}
