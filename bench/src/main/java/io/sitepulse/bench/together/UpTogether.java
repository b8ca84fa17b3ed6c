package io.sitepulse.bench.together;

import io.sitepulse.bench.load.CommittedTotal;
import io.sitepulse.bench.load.Wrk;
import io.sitepulse.bench.load.WrkResult;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Meter;
import io.sitepulse.bench.process.UpInstance;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Sample;
import java.time.Duration;
import java.util.List;

/** The product's side: all of it in one process. */
final class UpTogether implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofMinutes(10);

  private final UpInstance instance;
  private final Wrk wrk;
  private final CommittedTotal total;
  private long sent;
  private long unanswered;

  UpTogether(UpInstance instance, Wrk wrk) throws Exception {
    this.instance = instance;
    this.wrk = wrk;
    instance.register();
    this.total = CommittedTotal.ofCounters(instance.kafka());
  }

  /** Posts events for some seconds and waits until they are counted and stored. */
  Sample run(Wrk.Events load, int seconds) throws Exception {
    var meter = Meter.begin(List.of(instance.service().process()), List.of());
    WrkResult result =
        wrk.post(instance.service().url(), load, Installation.SITE, seconds).requireNoErrors();
    long events = result.requests() * load.batch();
    sent += events;
    unanswered += (long) load.connections() * load.batch();
    total.await(sent, DRAIN);
    instance.awaitStored(DRAIN);
    return meter.end((double) events);
  }

  AuditOutcome audit(Duration settle) throws Exception {
    return instance.audit("together", sent, unanswered, settle);
  }

  @Override
  public void close() {
    total.close();
  }
}
