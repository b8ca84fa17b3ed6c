package io.sitepulse.dashboard.metrics;

import io.sitepulse.contract.event.Reason;

/**
 * What this module counts, in its own words.
 *
 * <p>Must hold: votes received = accepted + refused (all reasons) + slowed down; streams opened −
 * closed = open now. Alert when refused with reason {@code unavailable} rises (Kafka is away), when
 * streams are turned away (raise the limit or start another instance), and when votes are slowed
 * down for long (a real crowd behind one address, or somebody stuffing the box).
 */
public interface DashboardMetrics {
  /** A reader's event stream began. */
  void streamOpened();

  /** A reader's event stream ended, by whichever side. */
  void streamClosed();

  /** A reader was turned away because the instance has its limit of streams. */
  void streamTurnedAway();

  /** One message was written to so many readers. */
  void messageSent(int readers);

  /** A reader could not take a message now; it gets the latest state when it can. */
  void messageSkipped();

  /** A vote reached the door. */
  void voteReceived();

  /** A vote is in Kafka and was answered 202. */
  void voteAccepted();

  /** A vote was not taken. */
  void voteRefused(Reason reason);

  /** A vote was put off with 429: its network sends more than the configured rate. */
  void voteSlowedDown();

  /** Definitions of the seed file that were new. */
  void definitionsSeeded(int count);
}
