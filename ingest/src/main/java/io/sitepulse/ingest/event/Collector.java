package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.ingest.event.EventValidator.Judgement;
import io.sitepulse.ingest.geo.CountryLookup;
import io.sitepulse.ingest.kafka.EventLog;
import io.sitepulse.ingest.useragent.UserAgentParser;
import io.sitepulse.ingest.visitor.Salts;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.Problem.Fault;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * Validates, enriches and stores the events of one request.
 *
 * <pre>
 * sent ▸ validator ─┬─ faults ─────────────────────────────────────────────────────────▶ outcome
 *                   └─ valid ▸ limit in flight ▸ agent, country ▸ salts, pseudonyms ▸ log ─┘
 *                                └─ limit reached, no salt, no acknowledgement ─▶ 503
 * </pre>
 */
public final class Collector {
  private final SiteLookup siteLookup;
  private final UserAgentParser userAgentParser;
  private final CountryLookup countryLookup;
  private final Visitors visitors;
  private final EventLog log;
  private final InFlightLimit inFlightLimit;
  private final CollectorMetrics metrics;

  public Collector(
      SiteLookup siteLookup,
      UserAgentParser userAgentParser,
      CountryLookup countryLookup,
      Salts salts,
      EventLog log,
      InFlightLimit inFlightLimit,
      CollectorMetrics metrics) {
    this.siteLookup = siteLookup;
    this.userAgentParser = userAgentParser;
    this.countryLookup = countryLookup;
    this.visitors = new Visitors(salts);
    this.log = log;
    this.inFlightLimit = inFlightLimit;
    this.metrics = metrics;
  }

  /**
   * Completes with the outcome of the events. Fails with a 503 problem if they cannot be stored.
   */
  Future<IngestOutcome> collect(List<IncomingEvent> sent, ClientInfo clientInfo) {
    metrics.received(sent.size());
    var drafts = new ArrayList<UnenrichedEvent>(sent.size());
    var refused = new ArrayList<Fault>(0);
    for (IncomingEvent event : sent) {
      Judgement judgement = EventValidator.judge(event, clientInfo, siteLookup);
      if (judgement.draft() != null) {
        drafts.add(judgement.draft());
      } else {
        refused.addAll(judgement.faults());
        metrics.refused(judgement.faults().get(0).reason());
      }
    }
    return keep(drafts, clientInfo).map(done -> new IngestOutcome(drafts.size(), refused));
  }

  private Future<Void> keep(List<UnenrichedEvent> drafts, ClientInfo clientInfo) {
    if (drafts.isEmpty()) {
      return Future.succeededFuture();
    }
    int count = drafts.size();
    if (!inFlightLimit.enter(count)) {
      metrics.unavailable(count);
      return Future.failedFuture(
          Problem.unavailable("Too many events are in flight. Send them again.").asException());
    }
    return userAgentParser
        .of(clientInfo.userAgent())
        .compose(agent -> identified(drafts, clientInfo, agent))
        .compose(log::append)
        .onSuccess(done -> metrics.accepted(count))
        .onFailure(e -> metrics.unavailable(count))
        .onComplete(done -> inFlightLimit.leave(count));
  }

  private Future<List<PageView>> identified(
      List<UnenrichedEvent> drafts, ClientInfo clientInfo, Agent agent) {
    String country = countryLookup.of(clientInfo.address());
    return visitors
        .of(drafts, clientInfo)
        .map(
            names ->
                drafts.stream()
                    .map(draft -> draft.enrich(names.of(draft), agent, country))
                    .toList());
  }
}
