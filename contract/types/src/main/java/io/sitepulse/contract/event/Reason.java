package io.sitepulse.contract.event;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Every reason not to count an event or a ballot. Its label is the word in answers, in the ledger,
 * in {@code rejected-events} and in metrics; a label that was released never changes.
 *
 * <p>The front door (ingest, dashboard-api) <em>refuses</em>: the sender is told, nothing is kept.
 * The pipeline (streams) <em>rejects</em>: the event was answered 202, so it is kept with its
 * reason.
 */
public enum Reason {
  /** A field is missing, of the wrong type, or out of its limits. Refused. */
  INVALID("invalid"),
  /** The site is not registered. Refused. */
  UNKNOWN_SITE("unknown-site"),
  /** The page's origin is not one of the site's. Refused. */
  ORIGIN("origin"),
  /** Happened more than 24 h before it was received. Refused, and rejected. */
  TOO_OLD("too-old"),
  /** Happened after it was received: a foreign producer's clock. Rejected. */
  FROM_THE_FUTURE("from-the-future"),
  /** The record cannot be read. Rejected. */
  UNREADABLE("unreadable"),
  /** The poll is not defined. Refused, and rejected. */
  UNKNOWN_POLL("unknown-poll"),
  /** The poll is a draft or has not opened yet. Refused, and rejected. */
  NOT_OPEN("not-open"),
  /** The poll has closed. Refused, and rejected. */
  CLOSED("closed"),
  /** A choice is not one of the poll's options. Refused, and rejected. */
  UNKNOWN_OPTION("unknown-option"),
  /** No choice, or more than the poll allows. Refused, and rejected. */
  NUMBER_OF_CHOICES("number-of-choices"),
  /** The voter has a ballot already and the poll does not let it change. Rejected. */
  ALREADY_VOTED("already-voted"),
  /** Kafka cannot take it now, or too much is waiting for it. Refused with 503. */
  UNAVAILABLE("unavailable");

  private final String label;

  Reason(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }
}
