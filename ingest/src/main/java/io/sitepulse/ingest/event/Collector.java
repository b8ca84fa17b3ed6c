package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.ingest.fault.FaultCounter;
import io.sitepulse.ingest.kafka.EventLog;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.Problem.Fault;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Validates, enriches and stores the events of one request. Thread-safe.
 *
 * <pre>
 * sent ▸ validator ─┬─ faults ▸ fault counter ───────────────────────────────▶ response
 *                   └─ valid ▸ in flight ▸ user agent, country, visitor ▸ log ─┘
 *                                └─ limit reached, no salt, no acknowledgement ─▶ 503
 * </pre>
 */
public final class Collector {
  private final EventValidator validator;
  private final EventEnricher enricher;
  private final EventLog log;
  private final Semaphore inFlight;
  private final CollectorMetrics metrics;
  private final FaultCounter faultCounter;

  /**
   * Creates a collector.
   *
   * @param inFlight one permit for each event that may wait for a user agent, a salt or Kafka.
   *     Without permits a request is refused at once, so that memory stays bounded while Kafka does
   *     not respond.
   * @param faultCounter counts the refused events of each site
   */
  public Collector(
      EventValidator validator,
      EventEnricher enricher,
      EventLog log,
      Semaphore inFlight,
      CollectorMetrics metrics,
      FaultCounter faultCounter) {
    this.validator = validator;
    this.enricher = enricher;
    this.log = log;
    this.inFlight = inFlight;
    this.metrics = metrics;
    this.faultCounter = faultCounter;
  }

  /**
   * Completes with the response to the events. Fails with a 503 problem if they cannot be stored.
   */
  Future<EventsResponse> collect(List<IncomingEvent> sent, ClientInfo client) {
    metrics.received(sent.size());
    var valid = new ArrayList<UnenrichedEvent>(sent.size());
    var refused = new ArrayList<Fault>(0);
    for (IncomingEvent event : sent) {
      var faults = new ArrayList<>(event.faults());
      UnenrichedEvent checked = validator.validate(event, client, faults);
      if (checked != null) {
        valid.add(checked);
      } else {
        refused.addAll(faults);
        Reason reason = faults.get(0).reason();
        metrics.refused(reason);
        faultCounter.refused(event.site(), reason, client.origin(), client.received());
      }
    }
    return store(valid, client)
        .map(
            done -> {
              note(valid, client);
              return new EventsResponse(valid.size(), refused);
            });
  }

  /** The events of a request come from one page, so the first one tells the site of its script. */
  private void note(List<UnenrichedEvent> accepted, ClientInfo client) {
    if (client.script() != null && !accepted.isEmpty()) {
      faultCounter.accepted(accepted.get(0).site(), client.script(), client.received());
    }
  }

  private Future<Void> store(List<UnenrichedEvent> valid, ClientInfo client) {
    if (valid.isEmpty()) {
      return Future.succeededFuture();
    }
    int count = valid.size();
    if (!inFlight.tryAcquire(count)) {
      metrics.unavailable(count);
      return Future.failedFuture(
          Problem.unavailable("Too many events are in flight. Send them again.").asException());
    }
    return enricher
        .enrich(valid, client)
        .compose(log::append)
        .onComplete(
            done -> {
              inFlight.release(count);
              if (done.succeeded()) {
                metrics.accepted(count);
              } else {
                metrics.unavailable(count);
              }
            });
  }
}
