package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.http.Problem.Fault;
import io.sitepulse.ingest.agent.Agents;
import io.sitepulse.ingest.event.EventRules.Judgement;
import io.sitepulse.ingest.log.EventLog;
import io.sitepulse.ingest.place.Countries;
import io.sitepulse.ingest.visitor.Salts;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the events of one request.
 *
 * <pre>
 * sent ▸ rules ─┬─ faults ──────────────────────────────────────────▶ outcome
 *               └─ drafts ▸ in flight? ▸ agent, country ▸ salts, pseudonyms ▸ log ─┘
 *                              └─ no room, no salt, no ack ─▶ 503
 * </pre>
 */
public final class Collector {
  private final Sites sites;
  private final Agents agents;
  private final Countries countries;
  private final Visitors visitors;
  private final EventLog log;
  private final InFlight inFlight;
  private final CollectorMetrics metrics;

  public Collector(
      Sites sites,
      Agents agents,
      Countries countries,
      Salts salts,
      EventLog log,
      InFlight inFlight,
      CollectorMetrics metrics) {
    this.sites = sites;
    this.agents = agents;
    this.countries = countries;
    this.visitors = new Visitors(salts);
    this.log = log;
    this.inFlight = inFlight;
    this.metrics = metrics;
  }

  /**
   * Completes with what became of the events; fails with a 503 problem if Kafka cannot have them.
   */
  Future<Outcome> collect(List<SentEvent> sent, Sender sender) {
    metrics.received(sent.size());
    var drafts = new ArrayList<Draft>(sent.size());
    var refused = new ArrayList<Fault>(0);
    for (SentEvent event : sent) {
      Judgement judgement = EventRules.judge(event, sender, sites);
      if (judgement.draft() != null) {
        drafts.add(judgement.draft());
      } else {
        refused.addAll(judgement.faults());
        metrics.refused(judgement.faults().get(0).reason());
      }
    }
    return keep(drafts, sender).map(done -> new Outcome(drafts.size(), refused));
  }

  private Future<Void> keep(List<Draft> drafts, Sender sender) {
    if (drafts.isEmpty()) {
      return Future.succeededFuture();
    }
    int count = drafts.size();
    if (!inFlight.enter(count)) {
      metrics.unavailable(count);
      return Future.failedFuture(Problem.unavailable("Too many events are waiting.").asException());
    }
    return agents
        .of(sender.userAgent())
        .compose(agent -> identified(drafts, sender, agent))
        .compose(log::append)
        .onSuccess(done -> metrics.accepted(count))
        .onFailure(e -> metrics.unavailable(count))
        .onComplete(done -> inFlight.leave(count));
  }

  private Future<List<PageView>> identified(List<Draft> drafts, Sender sender, Agent agent) {
    String country = countries.of(sender.address());
    return visitors
        .of(drafts, sender)
        .map(
            names ->
                drafts.stream().map(draft -> draft.by(names.of(draft), agent, country)).toList());
  }
}
