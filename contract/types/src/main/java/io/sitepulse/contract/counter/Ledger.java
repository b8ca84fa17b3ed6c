package io.sitepulse.contract.counter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectionCounts;
import io.sitepulse.contract.validation.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the outcome of each event of a site and day: {@code received = views + heartbeats +
 * duplicates + bots + sum(rejected)}. The constructor refuses a ledger that does not balance.
 *
 * @param received events answered 202
 * @param views counted page views
 * @param heartbeats counted heartbeats
 * @param duplicates events whose id was seen in the 24 h before
 * @param bots events of bots
 * @param rejected rejected events by reason
 * @param mergedVisits number of visits that a late event merged into another. By this number the
 *     visits may decrease.
 */
public record Ledger(
    long received,
    long views,
    long heartbeats,
    long duplicates,
    long bots,
    Map<Reason, Long> rejected,
    long mergedVisits) {
  public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, Map.of(), 0);

  public Ledger {
    Require.notNegative(mergedVisits, "mergedVisits");
    rejected = RejectionCounts.copyOf(rejected);
    RejectionCounts.requireBalance(
        "ledger", received, views + heartbeats + duplicates + bots + RejectionCounts.sum(rejected));
  }

  /** Reads a ledger that may have reasons of a newer release. */
  @JsonCreator
  static Ledger read(
      @JsonProperty("received") long received,
      @JsonProperty("views") long views,
      @JsonProperty("heartbeats") long heartbeats,
      @JsonProperty("duplicates") long duplicates,
      @JsonProperty("bots") long bots,
      @JsonProperty("rejected") @Nullable Map<String, Long> rejected,
      @JsonProperty("mergedVisits") long mergedVisits) {
    return new Ledger(
        received,
        views,
        heartbeats,
        duplicates,
        bots,
        RejectionCounts.byLabel(rejected),
        mergedVisits);
  }

  /** The number of counted events: views and heartbeats. */
  @JsonIgnore
  public long counted() {
    return views + heartbeats;
  }

  /** Adds two ledgers. */
  public Ledger plus(Ledger other) {
    return combine(other, 1);
  }

  /** Subtracts a part of this ledger. */
  public Ledger minus(Ledger other) {
    return combine(other, -1);
  }

  private Ledger combine(Ledger other, int sign) {
    return new Ledger(
        received + sign * other.received,
        views + sign * other.views,
        heartbeats + sign * other.heartbeats,
        duplicates + sign * other.duplicates,
        bots + sign * other.bots,
        RejectionCounts.combine(rejected, other.rejected, sign),
        mergedVisits + sign * other.mergedVisits);
  }
}
