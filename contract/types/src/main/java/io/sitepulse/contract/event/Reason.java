package io.sitepulse.contract.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;

/**
 * The reasons not to count an event or a ballot. The label is used in responses, in the ledger, in
 * {@code rejected-events} and in metrics. A released label never changes.
 *
 * <p>The HTTP services (ingest, dashboard-api) <em>refuse</em> an event: the client gets an error
 * and the event is not stored. The pipeline (streams) <em>rejects</em> an event that was
 * acknowledged with 202: it is stored with its reason.
 */
public enum Reason implements Labelled {
  /** A field is missing, of the wrong type, or out of its limits. Refused. */
  INVALID("invalid"),
  /** The site is not registered. Refused. */
  UNKNOWN_SITE("unknown-site"),
  /** The page's origin is not one of the site's. Refused. */
  ORIGIN("origin"),
  /** The event happened more than 24 h before its receipt. Refused, and rejected. */
  TOO_OLD("too-old"),
  /**
   * The event happened after its receipt, because the clock of a foreign producer is wrong.
   * Rejected.
   */
  FROM_THE_FUTURE("from-the-future"),
  /** The record cannot be read. Rejected. */
  UNREADABLE("unreadable"),
  /** The poll is not defined. Refused, and rejected. */
  UNKNOWN_POLL("unknown-poll"),
  /** The poll is a draft or has not opened yet. Refused, and rejected. */
  NOT_OPEN("not-open"),
  /** The poll has closed. Refused, and rejected. */
  CLOSED("closed"),
  /** A choice is not an option of the poll. Refused, and rejected. */
  UNKNOWN_OPTION("unknown-option"),
  /** The ballot has no choice, or more than the poll allows. Refused, and rejected. */
  NUMBER_OF_CHOICES("number-of-choices"),
  /** The voter has already voted, and the poll does not allow changes. Rejected. */
  ALREADY_VOTED("already-voted"),
  /** Kafka does not respond, or too many events are in flight. Refused with 503. */
  UNAVAILABLE("unavailable"),
  /**
   * A reason that this release does not know. It stands in ledgers that a newer release wrote, so
   * that they balance here. Nothing is rejected with it.
   */
  OTHER("other");

  private final String label;

  Reason(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /** Returns the reason with a label, {@link #OTHER} if this release does not know it. */
  public static Reason of(String label) {
    for (Reason reason : values()) {
      if (reason.label.equals(label)) {
        return reason;
      }
    }
    return OTHER;
  }
}
