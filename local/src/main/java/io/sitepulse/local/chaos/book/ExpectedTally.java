package io.sitepulse.local.chaos.book;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.VoteLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The expected tally of a poll.
 *
 * @param received number of answers with 202, and of requests. There are at least as many
 *     deliveries as answers
 * @param participants voters with a ballot
 * @param changes later ballots that replaced an earlier one
 * @param alreadyVoted later ballots that are rejected
 * @param ballots ballots by option
 */
public record ExpectedTally(
    Bounds received,
    long participants,
    long changes,
    long alreadyVoted,
    SortedMap<String, Long> ballots) {
  public ExpectedTally {
    ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
  }

  /** Returns the numbers that are not as expected. */
  List<String> differences(String poll, PollTally counted) {
    VoteLedger ledger = counted.ledger();
    var found = new ArrayList<String>();
    Differences.addIfLess(found, poll + ": received", received.least(), ledger.received());
    add(found, poll + ": participants", participants, counted.participants());
    add(found, poll + ": first ballots", participants, ledger.ballots());
    add(found, poll + ": changed ballots", changes, ledger.changes());
    add(
        found,
        poll + ": rejected as already voted",
        alreadyVoted,
        ledger.rejected().getOrDefault(Reason.ALREADY_VOTED, 0L));
    add(found, poll + ": rejected", alreadyVoted, sum(ledger.rejected()));
    for (String option : union(ballots, counted.ballots())) {
      add(
          found,
          poll + ": ballots for " + option,
          ballots.getOrDefault(option, 0L),
          counted.ballots().getOrDefault(option, 0L));
    }
    return found;
  }

  private static void add(List<String> found, String name, long expected, long counted) {
    Differences.add(found, name, Bounds.exactly(expected), counted);
  }

  private static Iterable<String> union(Map<String, Long> some, Map<String, Long> others) {
    var names = new TreeMap<String, Long>(some);
    names.putAll(others);
    return names.keySet();
  }

  private static long sum(Map<Reason, Long> rejected) {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
