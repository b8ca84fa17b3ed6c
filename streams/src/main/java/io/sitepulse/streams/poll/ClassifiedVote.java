package io.sitepulse.streams.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.VoteLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vote with its outcome.
 *
 * @param poll poll id
 * @param ledger ledger of this single vote
 * @param reason reason of the rejection, null if the vote is not rejected
 * @param removed ids of the options that lose a ballot
 * @param added ids of the options that gain a ballot
 */
public record ClassifiedVote(
    String poll,
    VoteLedger ledger,
    @Nullable Reason reason,
    List<String> removed,
    List<String> added) {
  static ClassifiedVote first(String poll, List<String> choices) {
    var ledger = new VoteLedger(1, 1, 0, 0, Map.of());
    return new ClassifiedVote(poll, ledger, null, List.of(), choices);
  }

  static ClassifiedVote change(String poll, List<String> before, List<String> choices) {
    var ledger = new VoteLedger(1, 0, 1, 0, Map.of());
    return new ClassifiedVote(poll, ledger, null, before, choices);
  }

  static ClassifiedVote duplicate(String poll) {
    var ledger = new VoteLedger(1, 0, 0, 1, Map.of());
    return new ClassifiedVote(poll, ledger, null, List.of(), List.of());
  }

  static ClassifiedVote rejected(String poll, Reason reason) {
    var ledger = new VoteLedger(1, 0, 0, 0, Map.of(reason, 1L));
    return new ClassifiedVote(poll, ledger, reason, List.of(), List.of());
  }

  /** Returns the reason if the vote is rejected. */
  public Optional<Reason> rejection() {
    return Optional.ofNullable(reason);
  }

  /** Returns whether the vote was accepted as the ballot of its voter. */
  boolean isAccepted() {
    return ledger.ballots() + ledger.changes() > 0;
  }
}
