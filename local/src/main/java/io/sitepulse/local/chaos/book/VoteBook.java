package io.sitepulse.local.chaos.book;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The client's list of all votes. A voter's votes must be sent one after another, each until it was
 * answered 202. Then the ballot that counts is known. Thread-safe.
 */
public final class VoteBook {
  private final Set<String> changeable;
  private final Map<String, PollVotes> polls = new TreeMap<>();
  private long acknowledgements;

  private static final class PollVotes {
    /** Votes of each voter in the order of their sending, with the number of answers 202. */
    final Map<UUID, Map<UUID, Entry>> voters = new HashMap<>();

    long attempts;
    long acknowledged;
  }

  private static final class Entry {
    final SentVote vote;
    boolean acknowledged;

    Entry(SentVote vote) {
      this.vote = vote;
    }
  }

  /**
   * Begins a list.
   *
   * @param polls all polls
   * @param changeable those in which a later ballot replaces the earlier one
   */
  public VoteBook(Set<String> polls, Set<String> changeable) {
    this.changeable = Set.copyOf(changeable);
    polls.forEach(poll -> this.polls.put(poll, new PollVotes()));
  }

  /** Notes an attempt before it is sent. */
  public synchronized void sending(SentVote vote) {
    PollVotes poll = poll(vote);
    poll.attempts++;
    poll.voters
        .computeIfAbsent(vote.voter(), voter -> new LinkedHashMap<>())
        .computeIfAbsent(vote.id(), id -> new Entry(vote));
  }

  /** Notes an answer with 202. */
  public synchronized void acknowledged(SentVote vote) {
    PollVotes poll = poll(vote);
    poll.acknowledged++;
    acknowledgements++;
    Entry entry = poll.voters.getOrDefault(vote.voter(), Map.of()).get(vote.id());
    if (entry == null) {
      throw new IllegalStateException("an answer to a vote that was not sent");
    }
    entry.acknowledged = true;
  }

  /** Takes an attempt back for which there was not even a connection. */
  public synchronized void notSent(SentVote vote) {
    poll(vote).attempts--;
  }

  /** Returns the number of answers with 202. */
  public synchronized long acknowledgements() {
    return acknowledgements;
  }

  /** Returns the number of votes that were sent and never answered 202. */
  public synchronized long unacknowledged() {
    return polls.values().stream()
        .flatMap(poll -> poll.voters.values().stream())
        .flatMap(votes -> votes.values().stream())
        .filter(entry -> !entry.acknowledged)
        .count();
  }

  /** Returns the expected tally of each poll. */
  public synchronized SortedMap<String, ExpectedTally> tallies() {
    var tallies = new TreeMap<String, ExpectedTally>();
    polls.forEach((poll, votes) -> tallies.put(poll, tally(poll, votes)));
    return tallies;
  }

  private ExpectedTally tally(String poll, PollVotes votes) {
    var ballots = new TreeMap<String, Long>();
    long participants = 0;
    long later = 0;
    for (Map<UUID, Entry> ofVoter : votes.voters.values()) {
      var acknowledged = ofVoter.values().stream().filter(entry -> entry.acknowledged).toList();
      if (!acknowledged.isEmpty()) {
        participants++;
        later += acknowledged.size() - 1;
        int valid = changeable.contains(poll) ? acknowledged.size() - 1 : 0;
        ballots.merge(acknowledged.get(valid).vote.choice(), 1L, Long::sum);
      }
    }
    return new ExpectedTally(
        new Bounds(votes.acknowledged, votes.attempts),
        participants,
        changeable.contains(poll) ? later : 0,
        changeable.contains(poll) ? 0 : later,
        ballots);
  }

  private PollVotes poll(SentVote vote) {
    PollVotes poll = polls.get(vote.poll());
    if (poll == null) {
      throw new IllegalArgumentException("no poll " + vote.poll());
    }
    return poll;
  }
}
