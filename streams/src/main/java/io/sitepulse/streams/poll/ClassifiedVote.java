package io.sitepulse.streams.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.VoteLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one vote.
 *
 * @param poll the poll it is for
 * @param ledger the ledger of this one vote
 * @param reason why it is rejected; null if it is not
 * @param removed option ids that lose a ballot
 * @param added option ids that gain one
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

  /** Why it is rejected, if it is. */
  public Optional<Reason> rejection() {
    return Optional.ofNullable(reason);
  }

  /** Whether the vote is now the voter's ballot. */
  boolean isTaken() {
    return ledger.ballots() + ledger.changes() > 0;
  }
}
