package io.sitepulse.streams.view;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one event. Each is one column of the ledger, or one of its reasons. */
public enum EventOutcome {
  VIEW(1, null, new Ledger(1, 1, 0, 0, 0, Map.of(), 0)),
  HEARTBEAT(2, null, new Ledger(1, 0, 1, 0, 0, Map.of(), 0)),
  DUPLICATE(3, null, new Ledger(1, 0, 0, 1, 0, Map.of(), 0)),
  BOT(4, null, new Ledger(1, 0, 0, 0, 1, Map.of(), 0)),
  TOO_OLD(5, Reason.TOO_OLD),
  FROM_THE_FUTURE(6, Reason.FROM_THE_FUTURE),
  UNREADABLE(7, Reason.UNREADABLE);

  private final int code;
  private final @Nullable Reason reason;

  // A Ledger copies its map and is immutable; it is only not annotated so.
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

  /** The ledger of this one event. */
  public Ledger ledger() {
    return ledger;
  }

  /** Whether the event is in the counters. */
  public boolean isCounted() {
    return this == VIEW || this == HEARTBEAT;
  }

  /** Why the event is rejected, if it is. */
  public Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  /** How it is written between the parts of the topology; never changes. */
  int code() {
    return code;
  }

  /**
   * The outcome written as {@code code}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static EventOutcome of(int code) {
    for (EventOutcome eventOutcome : values()) {
      if (eventOutcome.code == code) {
        return eventOutcome;
      }
    }
    throw new IllegalArgumentException("no outcome has the code " + code);
  }
}
