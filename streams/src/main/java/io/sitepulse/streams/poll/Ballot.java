package io.sitepulse.streams.poll;

import io.sitepulse.contract.validation.Require;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is remembered of one voter in one poll, for ever.
 *
 * @param votes ids of their latest votes, newest first, at most {@value #REMEMBERED}: a vote handed
 *     over again must be recognised even if another came between
 * @param choices option ids of their ballot; empty if no vote of theirs was taken
 */
public record Ballot(List<UUID> votes, List<String> choices) {
  static final int REMEMBERED = 8;

  /** Of a voter who has not voted. */
  static final Ballot NONE = new Ballot(List.of(), List.of());

  public Ballot {
    votes = List.copyOf(Require.present(votes, "votes"));
    choices = List.copyOf(Require.present(choices, "choices"));
  }

  boolean isCast() {
    return !choices.isEmpty();
  }

  /** This after one more vote, whatever became of it. */
  Ballot after(UUID vote, List<String> newChoices) {
    var latest = Stream.concat(Stream.of(vote), votes.stream()).limit(REMEMBERED).toList();
    return new Ballot(latest, newChoices);
  }
}
