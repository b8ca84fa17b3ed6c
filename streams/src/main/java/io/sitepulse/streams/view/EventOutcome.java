package io.sitepulse.streams.view;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an event. Each one is a column of the ledger or one of its reasons, but for {@link
 * #DEPARTED}.
 */
public enum EventOutcome {
  VIEW(1, null, new Ledger(1, 1, 0, 0, 0, Map.of(), 0)),
  HEARTBEAT(2, null, new Ledger(1, 0, 1, 0, 0, Map.of(), 0)),
  DUPLICATE(3, null, new Ledger(1, 0, 0, 1, 0, Map.of(), 0)),
  BOT(4, null, new Ledger(1, 0, 0, 0, 1, Map.of(), 0)),
  TOO_OLD(5, Reason.TOO_OLD),
  FROM_THE_FUTURE(6, Reason.FROM_THE_FUTURE),
  UNREADABLE(7, Reason.UNREADABLE),

  /** No event: the visitor is online under the pseudonym of the next day. It is in no ledger. */
  DEPARTED(8, null, Ledger.EMPTY);

  private final int code;
  private final @Nullable Reason reason;

  // A Ledger copies its map. It is immutable but not annotated as such.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Ledger ledger;

  EventOutcome(int code, @Nullable Reason reason, Ledger ledger) {
    this.code = code;
    this.reason = reason;
    this.ledger = ledger;
  }

  EventOutcome(int code, Reason reason) {
    this(code, reason, new Ledger(1, 0, 0, 0, 0, Map.of(reason, 1L), 0));
  }

  /** Returns the ledger of a single event with this outcome. */
  public Ledger ledger() {
    return ledger;
  }

  /** Returns whether the event is counted as a view or heartbeat. */
  public boolean isCounted() {
    return this == VIEW || this == HEARTBEAT;
  }

  /** Returns the reason if the event is rejected. */
  public Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  /** Code in the repartition topic. It never changes. */
  int code() {
    return code;
  }

  /**
   * Returns the outcome with a code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static EventOutcome of(int code) {
    for (EventOutcome outcome : values()) {
      if (outcome.code == code) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("unknown outcome code " + code);
  }
}
