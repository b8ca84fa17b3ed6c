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
 * The part of a poll's tally that one shard has counted. It is absolute, not a difference.
 *
 * @param poll poll id
 * @param shard partition of the voters
 * @param ballots number of ballots by option id
 * @param ledger ledger of all votes of the shard
 * @param setAside number of voters whose ballots are all set aside
 */
public record ShardTally(
    String poll, int shard, SortedMap<String, Long> ballots, VoteLedger ledger, long setAside) {
  public ShardTally {
    Poll.checkId(poll);
    Require.notNegative(shard, "shard");
    ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
    ballots.values().forEach(count -> Require.notNegative(count, "ballots"));
    Require.present(ledger, "ledger");
    Require.notNegative(setAside, "setAside");
  }

  static ShardTally none(String poll, int shard) {
    return new ShardTally(poll, shard, Collections.emptySortedMap(), VoteLedger.EMPTY, 0);
  }

  /** Key of this part among those of all shards: "poll|shard". */
  String partKey() {
    return Topics.key(poll, Integer.toString(shard));
  }

  /** Returns the tally with one more vote. */
  ShardTally plus(ClassifiedVote vote) {
    var counts = new TreeMap<>(ballots);
    vote.removed().forEach(option -> add(counts, option, -1));
    vote.added().forEach(option -> add(counts, option, 1));
    return new ShardTally(
        poll, shard, counts, ledger.plus(vote.ledger()), setAside + vote.setAside());
  }

  /** Adds to the ballots of an option. An option without ballots is removed. */
  static void add(Map<String, Long> counts, String option, long by) {
    if (counts.merge(option, by, Long::sum) == 0) {
      counts.remove(option);
    }
  }
}
