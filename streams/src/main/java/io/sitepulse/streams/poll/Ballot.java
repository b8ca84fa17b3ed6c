package io.sitepulse.streams.poll;

import io.sitepulse.contract.validation.Require;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The state of a voter in a poll. It is retained for ever.
 *
 * @param votes ids of the latest votes, newest first, at most {@value #REMEMBERED}: a vote that is
 *     delivered again must be recognised even if another one came in between
 * @param choices option ids of the current ballot, empty if no vote was accepted yet
 */
public record Ballot(List<UUID> votes, List<String> choices) {
  static final int REMEMBERED = 8;

  /** The state of a voter without a vote. */
  static final Ballot NONE = new Ballot(List.of(), List.of());

  public Ballot {
    votes = List.copyOf(Require.present(votes, "votes"));
    choices = List.copyOf(Require.present(choices, "choices"));
  }

  boolean isCast() {
    return !choices.isEmpty();
  }

  /**
   * Returns the state after one more vote, accepted or not.
   *
   * @param newChoices the ballot after the vote
   */
  Ballot after(UUID vote, List<String> newChoices) {
    var latest = Stream.concat(Stream.of(vote), votes.stream()).limit(REMEMBERED).toList();
    return new Ballot(latest, newChoices);
  }
}
