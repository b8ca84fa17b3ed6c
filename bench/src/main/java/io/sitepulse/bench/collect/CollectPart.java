package io.sitepulse.bench.collect;

import io.sitepulse.bench.load.Wrk;
import io.sitepulse.bench.load.WrkResult;
import io.sitepulse.bench.part.BenchSettings;
import io.sitepulse.bench.part.InTurn;
import io.sitepulse.bench.part.Part;
import io.sitepulse.bench.process.Installation;
import io.sitepulse.bench.process.Meter;
import io.sitepulse.bench.process.Service;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.bench.report.Comparison;
import io.sitepulse.bench.report.PartResult;
import io.sitepulse.bench.report.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures accepted events a second. Nothing is counted meanwhile. After the last run the counting
 * starts, and the audit must find every accepted event.
 *
 * <pre>
 * wrk ─┬▶ BareCollector ─▶ a topic with the settings of page-views
 *      └▶ ingest ────────▶ page-views ─▶ (afterwards) streams ─▶ audit
 * </pre>
 */
public final class CollectPart implements Part {
  private static final String TOPIC = "bench.collect";
  private static final int VISITORS = 500_000;

  private final List<Wrk.Events> loads;

  /** Creates the part with the loads of the benchmark. */
  public CollectPart() {
    this(
        List.of(
            new Wrk.Events(64, 1, VISITORS),
            new Wrk.Events(512, 1, VISITORS),
            new Wrk.Events(64, 20, VISITORS)));
  }

  /** Creates the part with other loads. */
  public CollectPart(List<Wrk.Events> loads) {
    this.loads = List.copyOf(loads);
  }

  @Override
  public PartResult run(BenchSettings settings, Consumer<String> progress) throws Exception {
    try (var installation = Installation.start(settings.folder())) {
      installation.createTopic(TOPIC);
      var bench =
          new Bench(
              installation,
              new Wrk(settings.folder().resolve("logs")),
              installation.bareService("bare-collector", BareCollector.class, TOPIC),
              installation.ingest());
      List<Comparison> comparisons = bench.measure(loads, settings, progress);
      bench.ingest.close();
      bench.ceiling.close();
      progress.accept("  counting " + bench.sent + " events for the audit");
      installation.streams(true);
      AuditOutcome audit =
          installation.audit("collect", bench.sent, bench.unanswered, settings.settle());
      return new PartResult(comparisons, List.of(), List.of(audit));
    }
  }

  /** The running programs, and what the product accepted until now. */
  private static final class Bench {
    private final Installation installation;
    private final Wrk wrk;
    private final Service ceiling;
    private final Service ingest;
    private long sent;
    private long unanswered;

    Bench(Installation installation, Wrk wrk, Service ceiling, Service ingest) {
      this.installation = installation;
      this.wrk = wrk;
      this.ceiling = ceiling;
      this.ingest = ingest;
    }

    List<Comparison> measure(
        List<Wrk.Events> loads, BenchSettings settings, Consumer<String> progress)
        throws Exception {
      progress.accept("  warming up the collectors");
      run(ceiling, loads.get(0), settings.warmUpSeconds());
      run(ingest, loads.get(0), settings.warmUpSeconds());
      var comparisons = new ArrayList<Comparison>();
      for (Wrk.Events load : loads) {
        comparisons.add(
            InTurn.compare(
                "collect, " + load.text(),
                "events",
                settings.runs(),
                progress,
                () -> run(ceiling, load, settings.measuredSeconds()),
                () -> run(ingest, load, settings.measuredSeconds())));
      }
      return comparisons;
    }

    private Sample run(Service target, Wrk.Events load, int seconds)
        throws IOException, InterruptedException {
      var meter = Meter.begin(List.of(target.process()), installation.shared());
      WrkResult result = wrk.post(target.url(), load, Installation.SITE, seconds).requireNoErrors();
      long events = result.requests() * load.batch();
      if (target.equals(ingest)) {
        sent += events;
        unanswered += (long) load.connections() * load.batch();
      }
      return meter.end((double) events, result.seconds());
    }
  }
}
