package io.sitepulse.streams.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.kafka.Topics;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One shard's part of a poll's tally, absolute.
 *
 * @param poll poll id
 * @param shard the partition the voters live in
 * @param ballots ballots per option id
 * @param ledger what became of every vote there
 */
public record ShardTally(
    String poll, int shard, SortedMap<String, Long> ballots, VoteLedger ledger) {
  public ShardTally {
    Poll.checkId(poll);
    Require.notNegative(shard, "shard");
    ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
    ballots.values().forEach(count -> Require.notNegative(count, "ballots"));
    Require.present(ledger, "ledger");
  }

  static ShardTally none(String poll, int shard) {
    return new ShardTally(poll, shard, Collections.emptySortedMap(), VoteLedger.EMPTY);
  }

  /** Key of this part among those of all shards: "poll|shard". */
  String partKey() {
    return Topics.key(poll, Integer.toString(shard));
  }

  /** This with one more vote. */
  ShardTally count(ClassifiedVote verdict) {
    var sums = new TreeMap<>(ballots);
    verdict.removed().forEach(option -> add(sums, option, -1));
    verdict.added().forEach(option -> add(sums, option, 1));
    return new ShardTally(poll, shard, sums, ledger.plus(verdict.ledger()));
  }

  /** Adds to a sum; an option with no ballots is left out. */
  static void add(Map<String, Long> sums, String option, long by) {
    if (sums.merge(option, by, Long::sum) == 0) {
      sums.remove(option);
    }
  }
}
