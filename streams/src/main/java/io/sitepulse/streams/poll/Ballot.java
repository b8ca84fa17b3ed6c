package io.sitepulse.streams.poll;

import io.sitepulse.contract.validation.Require;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of a voter in a poll. It is retained for ever.
 *
 * @param votes ids of the latest votes, newest first, at most {@value #REMEMBERED}: a vote that is
 *     delivered again must be recognised even if another one came in between
 * @param choices option ids of the current ballot, empty if no vote was accepted yet, or if all
 *     ballots are set aside
 * @param current id of the vote or correction that made the current ballot. Null if no vote was
 *     accepted, or if the ballot was made by a release that had no corrections.
 */
public record Ballot(List<UUID> votes, List<String> choices, @Nullable UUID current) {
  static final int REMEMBERED = 8;

  /** The state of a voter without a vote. */
  static final Ballot NONE = new Ballot(List.of(), List.of(), null);

  public Ballot {
    votes = List.copyOf(Require.present(votes, "votes"));
    choices = List.copyOf(Require.present(choices, "choices"));
  }

  /** Returns whether a vote was accepted, although its ballot may be set aside. */
  boolean isCast() {
    return !choices.isEmpty() || current != null;
  }

  /** Returns whether a correction is of the current ballot. */
  boolean isOf(UUID replaced) {
    return current == null ? isCast() && votes.contains(replaced) : current.equals(replaced);
  }

  /** Returns the state after a vote or correction that was accepted. */
  Ballot accepted(UUID vote, List<String> newChoices) {
    return new Ballot(latest(vote), newChoices, vote);
  }

  /** Returns the state after a vote that was rejected. */
  Ballot rejected(UUID vote) {
    return new Ballot(latest(vote), choices, current);
  }

  private List<UUID> latest(UUID vote) {
    return Stream.concat(Stream.of(vote), votes.stream()).limit(REMEMBERED).toList();
  }
}
