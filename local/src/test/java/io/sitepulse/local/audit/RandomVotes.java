package io.sitepulse.local.audit;

import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Polls of both kinds and votes of all kinds: again, changed, too late, for what is not there. */
final class RandomVotes {
  private static final List<String> CHOICES = List.of("a", "b", "c", "nowhere");

  private final Random random;
  private final Instant begin;
  private final List<PollVote> votes = new ArrayList<>();

  RandomVotes(long seed, Instant begin) {
    this.random = new Random(seed);
    this.begin = begin;
  }

  List<Poll> polls() {
    return List.of(
        poll("changeable", true, null),
        poll("once", false, null),
        poll("closed", true, begin.plus(Duration.ofMinutes(50))));
  }

  List<PollVote> make(int count) {
    while (votes.size() < count) {
      int kind = votes.isEmpty() ? 100 : random.nextInt(100);
      votes.add(kind < 15 ? recent(3) : kind < 30 ? correction(recent(40)) : fresh());
    }
    return votes;
  }

  private PollVote recent(int last) {
    return votes.get(votes.size() - 1 - random.nextInt(Math.min(last, votes.size())));
  }

  /** A correction of a vote, which may be rejected, replaced or corrected by now. */
  private PollVote correction(PollVote of) {
    PollVote other = recent(40);
    return new PollVote(
        PollVote.VERSION,
        new UUID(random.nextLong(), random.nextLong()),
        of.poll(),
        of.voter(),
        random.nextBoolean() ? List.of() : List.of(CHOICES.get(random.nextInt(3))),
        other.at(),
        of.id());
  }

  private PollVote fresh() {
    List<String> polls = List.of("changeable", "once", "closed", "unknown");
    var choices = new ArrayList<String>();
    for (int i = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
      choices.add(CHOICES.get(random.nextInt(random.nextInt(8) == 0 ? 4 : 3)));
    }
    return new PollVote(
        PollVote.VERSION,
        new UUID(random.nextLong(), random.nextLong()),
        polls.get(random.nextInt(polls.size())),
        String.format(Locale.ROOT, "%032x", random.nextInt(25)),
        choices,
        begin.plus(Duration.ofSeconds(votes.size() * 10L)));
  }

  private static Poll poll(String id, boolean changeable, @Nullable Instant closes) {
    return Poll.builder()
        .id(id)
        .site("pipeline")
        .question("?")
        .options(List.of(new Option("a", "A"), new Option("b", "B"), new Option("c", "C")))
        .maxChoices(2)
        .changeable(changeable)
        .closes(closes)
        .build();
  }
}
