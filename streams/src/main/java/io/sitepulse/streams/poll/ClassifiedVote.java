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
 * @param accepted whether the vote, or the correction, became the ballot of its voter
 * @param reason reason of the rejection, null if the vote is not rejected
 * @param removed ids of the options that lose a ballot
 * @param added ids of the options that gain a ballot
 * @param setAside 1 if the voter's ballots are all set aside now, -1 if they were before
 */
public record ClassifiedVote(
    String poll,
    VoteLedger ledger,
    boolean accepted,
    @Nullable Reason reason,
    List<String> removed,
    List<String> added,
    int setAside) {
  static ClassifiedVote first(String poll, List<String> choices) {
    var ledger = new VoteLedger(1, 1, 0, 0, Map.of());
    return new ClassifiedVote(poll, ledger, true, null, List.of(), choices, 0);
  }

  static ClassifiedVote change(String poll, List<String> before, List<String> choices) {
    var ledger = new VoteLedger(1, 0, 1, 0, Map.of());
    int setAside = before.isEmpty() ? -1 : 0;
    return new ClassifiedVote(poll, ledger, true, null, before, choices, setAside);
  }

  /** A correction of the ballot of a voter. It is in no ledger. */
  static ClassifiedVote correction(String poll, List<String> before, List<String> choices) {
    int setAside = (choices.isEmpty() ? 1 : 0) - (before.isEmpty() ? 1 : 0);
    return new ClassifiedVote(poll, VoteLedger.EMPTY, true, null, before, choices, setAside);
  }

  /** A correction of a ballot that is no more. It is in no ledger. */
  static ClassifiedVote withoutEffect(String poll) {
    return new ClassifiedVote(poll, VoteLedger.EMPTY, false, null, List.of(), List.of(), 0);
  }

  static ClassifiedVote duplicate(String poll) {
    var ledger = new VoteLedger(1, 0, 0, 1, Map.of());
    return new ClassifiedVote(poll, ledger, false, null, List.of(), List.of(), 0);
  }

  static ClassifiedVote rejected(String poll, Reason reason) {
    var ledger = new VoteLedger(1, 0, 0, 0, Map.of(reason, 1L));
    return new ClassifiedVote(poll, ledger, false, reason, List.of(), List.of(), 0);
  }

  /** Returns the reason if the vote is rejected. */
  public Optional<Reason> rejection() {
    return Optional.ofNullable(reason);
  }
}
