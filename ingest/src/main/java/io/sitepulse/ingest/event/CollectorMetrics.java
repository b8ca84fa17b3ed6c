package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Reason;

/**
 * The metrics of the collector, in events.
 *
 * <pre>
 * received = accepted + refused (all reasons) + unavailable
 * produced ≥ accepted, because some events of a failed request may have reached Kafka
 * </pre>
 *
 * Alert on any {@code unavailable}, because not all clients retry. A rise of {@code refused} means
 * that a page has changed, or that a client is abusing the API.
 */
public interface CollectorMetrics {
  /** Counts events of readable request bodies. */
  void received(int events);

  /** Counts a request body that could not be read. Its number of events is unknown. */
  void unreadable();

  /** Counts events that were acknowledged with 202. */
  void accepted(int events);

  /** Counts a refused event by its first fault. */
  void refused(Reason reason);

  /** Counts a side field of an accepted event that was normalised, cut or dropped. */
  void adjusted(String field);

  /** Counts events that were answered with 503. */
  void unavailable(int events);

  /** Counts a request through a proxy that is not trusted, although many visitors use it. */
  void untrustedProxy();

  /**
   * Times a request with events.
   *
   * @param status HTTP status of the response
   * @param nanos time from the request's head to the response, in nanoseconds
   */
  void answered(int status, long nanos);

  /** Counts events that Kafka acknowledged. */
  void produced(int events);
}
