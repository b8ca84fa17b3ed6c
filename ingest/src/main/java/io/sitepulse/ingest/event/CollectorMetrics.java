package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Reason;

/**
 * What the collector counts, in events.
 *
 * <pre>
 * received = accepted + refused (all reasons) + unavailable
 * produced ≥ accepted, by what of a partly failed request had reached Kafka
 * </pre>
 *
 * Alert on any {@code unavailable}: senders were told to try again, and not all of them do. A rise
 * of {@code refused} is a page that was changed, or somebody who is trying something.
 */
public interface CollectorMetrics {
  /** Events came in bodies that could be read. */
  void received(int events);

  /** A body could not be read at all; nobody knows how many events it had. */
  void unreadable();

  /** They were answered 202. */
  void accepted(int events);

  /** An event was refused, counted once by its first fault. */
  void refused(Reason reason);

  /** They were answered 503. */
  void unavailable(int events);

  /** Kafka acknowledged them. */
  void produced(int events);
}
