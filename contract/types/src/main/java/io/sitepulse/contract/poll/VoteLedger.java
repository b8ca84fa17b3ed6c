package io.sitepulse.contract.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectionCounts;
import io.sitepulse.contract.validation.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the outcome of each vote of a poll: {@code received = ballots + changes + duplicates +
 * sum(rejected)}. The constructor refuses a ledger that does not balance.
 *
 * @param received votes answered 202
 * @param ballots first ballots of the voters. The participants are those whose ballots are not all
 *     set aside.
 * @param changes ballots that replaced the same voter's earlier one
 * @param duplicates votes with the same id as the voter's last vote
 * @param rejected rejected votes by reason
 */
public record VoteLedger(
    long received, long ballots, long changes, long duplicates, Map<Reason, Long> rejected) {
  public static final VoteLedger EMPTY = new VoteLedger(0, 0, 0, 0, Map.of());

  public VoteLedger {
    Require.notNegative(ballots, "ballots");
    Require.notNegative(changes, "changes");
    Require.notNegative(duplicates, "duplicates");
    rejected = RejectionCounts.copyOf(rejected);
    RejectionCounts.requireBalance(
        "vote ledger", received, ballots + changes + duplicates + RejectionCounts.sum(rejected));
  }

  /** Reads a ledger that may have reasons of a newer release. */
  @JsonCreator
  static VoteLedger read(
      @JsonProperty("received") long received,
      @JsonProperty("ballots") long ballots,
      @JsonProperty("changes") long changes,
      @JsonProperty("duplicates") long duplicates,
      @JsonProperty("rejected") @Nullable Map<String, Long> rejected) {
    return new VoteLedger(
        received, ballots, changes, duplicates, RejectionCounts.byLabel(rejected));
  }

  /** Adds two ledgers. */
  public VoteLedger plus(VoteLedger other) {
    return combine(other, 1);
  }

  /** Subtracts a part of this ledger. */
  public VoteLedger minus(VoteLedger other) {
    return combine(other, -1);
  }

  private VoteLedger combine(VoteLedger other, int sign) {
    return new VoteLedger(
        received + sign * other.received,
        ballots + sign * other.ballots,
        changes + sign * other.changes,
        duplicates + sign * other.duplicates,
        RejectionCounts.combine(rejected, other.rejected, sign));
  }
}
